import type { AnalysisResult, BotFinding } from '../../src/analysis/analysis-result.js';

const hex = (text: string, length: number): string =>
  [...Array(length).keys()]
    .map((index) => ((text.charCodeAt(index % text.length) * (index + 7)) % 16).toString(16))
    .join('');

/** A finding with sensible rest. */
export function finding(own: Partial<BotFinding> & { readonly name?: string } = {}): BotFinding {
  const { name = 'a', ...rest } = own;
  return {
    rule: 'no-pii',
    severity: 'P0',
    category: 'PII Protection',
    file: 'src/a.ts',
    line: 3,
    column: 5,
    endLine: 3,
    endColumn: 10,
    message: 'The property "email" holds an e-mail address.',
    fix: 'Leave it out.',
    evidence: ['The name "email" is that of an e-mail address.'],
    event: 'Signed Up',
    property: 'email',
    via: [],
    fingerprint: hex(name, 32),
    traits: [hex(name, 12), hex(`${name}e`, 12), hex(`${name}f`, 12), '0'.repeat(12)],
    cause: null,
    isOnChangedLine: true,
    suggestion: null,
    ...rest,
  };
}

export function result(own: Partial<AnalysisResult> = {}): AnalysisResult {
  return {
    findings: [],
    suppressed: [],
    accepted: 0,
    relaxations: [],
    notices: [],
    stats: { files: 1, parsed: 1, calls: 1, milliseconds: 1 },
    pullRequests: { failOn: 'P0', drafts: 'review', suppressions: 'gate', inlineComments: 30 },
    sarif: null,
    ...own,
  };
}
