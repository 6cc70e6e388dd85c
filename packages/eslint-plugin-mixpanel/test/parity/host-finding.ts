/** A finding as a host shows it, in a form that can be compared. */
export interface HostFinding {
  readonly file: string;
  /** 1-based, as all of these. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly message: string;
}

/** Name of a fixture → what was found in it, sorted. */
export type Findings = ReadonlyMap<string, readonly HostFinding[]>;

const textOf = (one: HostFinding): string =>
  [one.file, one.line, one.column, one.endLine, one.endColumn, one.rule, one.message].join('\0');

export const sorted = (findings: readonly HostFinding[]): readonly HostFinding[] =>
  [...findings].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
