import pc from 'picocolors';
import type { Analysis } from '../link/analysis.js';
import type { TrackingCall } from '../link/call.js';
import { describeVia } from '../review/inventory.js';
import { maskPersonalValues } from '../review/mask-values.js';
import { propertyType } from '../review/property-type.js';
import type { Finding, Review } from '../review/review.js';
import type { ReportOptions } from './report-options.js';
import { terminalSafe } from './terminal-safe.js';
import { wrapText } from './terminal-text.js';

export interface CodeLine {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

type Paper = Pick<ReportOptions, 'color' | 'width'>;

/** Everything known about one line: the tracking calls that cover it or lead over it, and what was found in them. */
export function renderPlace(
  place: CodeLine,
  { analysis, review }: { readonly analysis: Analysis; readonly review: Review },
  paper: Paper,
): string {
  const here = review.calls.filter((call) => covers(call, place));
  const through = review.calls.filter((call) => !here.includes(call) && leadsOver(call, place, analysis));
  const all = [...review.findings, ...review.suppressed];
  const findings = all.filter(
    (finding) => covers(finding, place) || here.some((call) => isAbout(finding, call)),
  );
  const sections = [
    ...here.map((call) => describeCall(call, analysis, paper)),
    ...findings.map((finding) => describeFinding(finding, paper)),
    ...(through.length > 0 ? [describeCallers(through, paper)] : []),
  ];
  return sections.length > 0 ? sections.join('\n') : nothing(place, review.calls);
}

const covers = (
  range: Pick<TrackingCall, 'file' | 'line' | 'endLine'> | Pick<Finding, 'file' | 'line' | 'endLine'>,
  { file, line }: CodeLine,
): boolean => range.file === file && range.line <= line && range.endLine >= line;

/** True for a line of a wrapper's head on the way of a call, and for the SDK call at its end. */
function leadsOver(call: TrackingCall, { file, line }: CodeLine, analysis: Analysis): boolean {
  const places = [call.sdkCall, ...call.via.map((step) => step.place)];
  return places.some((place) => {
    if (place.file !== file) return false;
    const last = analysis.position(file, place.end).line;
    return analysis.lineAt(place) <= line && last >= line;
  });
}

const isAbout = ({ call }: Finding, { file, line }: TrackingCall): boolean =>
  call?.file === file && call.line === line;

function describeCall(call: TrackingCall, analysis: Analysis, paper: Paper): string {
  const { bold } = pc.createColors(paper.color);
  const properties = call.properties?.map(({ name, value, optional, origin }) => {
    const notes = [
      propertyType(value, analysis),
      ...(optional ? ['optional'] : []),
      ...(origin === 'wrapper' ? ['added by a wrapper'] : []),
    ];
    return `${name} (${notes.join(', ')})`;
  });
  return [
    `${bold(terminalSafe(`${call.file}:${call.line}:${call.column}`))}\n`,
    row(
      paper,
      'call',
      `${call.kind} through ${call.sdk}, method ${call.method}${call.role === 'call' ? '' : `; a ${call.role}`}`,
    ),
    row(paper, 'event', describeEvent(call)),
    row(
      paper,
      'sends',
      [...(properties ?? []), ...openText(call, analysis)].join(', ') || 'nothing that is known',
    ),
    call.distinctId ? row(paper, 'user', call.distinctId.text) : '',
    row(
      paper,
      'guarded',
      call.guarded ? 'yes: a failure of the SDK stays inside' : 'no: a failure of the SDK reaches the caller',
    ),
    row(paper, 'via', describeVia(call).join(' → ') || 'the SDK is called directly'),
  ].join('');
}

function openText(call: TrackingCall, analysis: Analysis): readonly string[] {
  const spreads = call.open.map(({ at }) => `everything in ${analysis.textAt(at)}`);
  return spreads.length === 0 && call.propertiesOpen ? ['possibly more'] : spreads;
}

function describeEvent({ event }: TrackingCall): string {
  if (!event) return 'none';
  switch (event.form) {
    case 'literal':
    case 'constant':
      return `"${event.name ?? ''}" (${event.form})`;
    case 'set':
      return `one of ${event.names.map((name) => `"${name}"`).join(', ')}`;
    case 'pattern':
      return `a name like "${event.pattern ?? '*'}", where * is data`;
    case 'unresolved':
      return `not known${event.value.kind === 'unknown' ? `: ${event.value.reason}` : ''}`;
  }
}

function describeFinding(finding: Finding, paper: Paper): string {
  const { severity, rule, message, fix, evidence, status, reason } = finding;
  const { bold } = pc.createColors(paper.color);
  const suffix = status === 'suppressed' ? ` (suppressed: ${reason ?? ''})` : '';
  return [
    `${bold(`${severity} ${rule}`)}${terminalSafe(suffix)} at ${terminalSafe(`${finding.file}:${finding.line}:${finding.column}`)}\n`,
    row(paper, 'issue', message),
    ...evidence.map((step, index) => row(paper, index === 0 ? 'because' : '', step)),
    row(paper, 'fix', fix),
  ].join('');
}

function describeCallers(calls: readonly TrackingCall[], paper: Paper): string {
  const head = `${calls.length} tracking call${calls.length === 1 ? ' goes' : 's go'} through this line:\n`;
  return (
    head +
    calls
      .map((call) =>
        row(paper, '', `${call.file}:${call.line} ${call.event?.names.join(' | ') ?? call.method}`),
      )
      .join('')
  );
}

const LABEL_WIDTH = 9;

function row({ color, width }: Paper, label: string, text: string): string {
  const { dim } = pc.createColors(color);
  const indent = { first: `  ${dim(label.padEnd(LABEL_WIDTH))}`, rest: ' '.repeat(LABEL_WIDTH + 2) };
  return wrapText(terminalSafe(maskPersonalValues(text)), Math.min(110, Math.max(30, width)), indent);
}

function nothing({ file, line }: CodeLine, calls: readonly TrackingCall[]): string {
  const lines = [...new Set(calls.filter((call) => call.file === file).map((call) => call.line))];
  const nearby =
    lines.length === 0
      ? 'The file has no tracking calls.'
      : `The file has tracking calls at line${lines.length === 1 ? '' : 's'} ${lines.join(', ')}.`;
  return `Nothing is tracked or found at ${terminalSafe(file)}:${line}. ${nearby}\n`;
}
