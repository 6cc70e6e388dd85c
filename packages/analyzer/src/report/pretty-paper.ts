import type pc from 'picocolors';
import type { Severity } from '../rules/rule.js';

export type Colors = ReturnType<typeof pc.createColors>;

/** What the parts of the report share. */
export interface Paper {
  readonly colors: Colors;
  readonly width: number;
}

export function badge(severity: Severity, { bold, red, yellow, cyan, blue, inverse }: Colors): string {
  const paint = { P0: red, P1: yellow, P2: cyan, P3: blue }[severity];
  return bold(inverse(paint(` ${severity} `)));
}

export const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
