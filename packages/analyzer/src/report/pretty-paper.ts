import type pc from 'picocolors';
import type { Severity } from '../rules/rule.js';

export type Colors = ReturnType<typeof pc.createColors>;

/** What the parts of the report share. */
export interface Paper {
  readonly colors: Colors;
  readonly width: number;
}

export function badge(severity: Severity, colors: Colors): string {
  if (!colors.isColorSupported) return severity;
  const paint = { P0: colors.red, P1: colors.yellow, P2: colors.cyan, P3: colors.blue }[severity];
  return colors.bold(colors.inverse(paint(` ${severity} `)));
}

export const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
