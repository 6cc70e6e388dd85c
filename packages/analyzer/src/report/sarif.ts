import type {
  ArtifactLocation,
  Fix,
  Location,
  Log,
  PhysicalLocation,
  ReportingDescriptor,
  Result,
} from 'sarif';
import { isPrintableEdit } from '../review/mask-values.js';
import type { Finding, Notice, Review } from '../review/review.js';
import type { Edit, Severity } from '../rules/rule.js';
import { createPositions } from './positions.js';
import type { Positions, TextRange } from './positions.js';
import type { RenderReview, ReportOptions, RuleInfo } from './report-options.js';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  P0: 'error',
  P1: 'error',
  P2: 'warning',
  P3: 'note',
};

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** SARIF 2.1.0, for code scanning. https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export const render: RenderReview = (review, options) =>
  `${JSON.stringify(toLog(review, options), null, 2)}\n`;

function toLog(review: Review, { version, rules }: ReportOptions): Log {
  const positions = createPositions(review.texts);
  const findings = [...review.findings, ...review.accepted, ...review.suppressed];
  const ruleIndexes = new Map(rules.map(({ name }, index) => [name, index]));
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Tracklint', semanticVersion: version, version, rules: rules.map(toDescriptor) },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { description: { text: 'The root of the reviewed repository.' } } },
        invocations: [
          { executionSuccessful: true, toolExecutionNotifications: review.notices.map(toNotification) },
        ],
        results: findings.map((finding) => toResult(finding, ruleIndexes.get(finding.rule), positions)),
      },
    ],
  };
}

function toDescriptor({ name, severity, category, summary }: RuleInfo): ReportingDescriptor {
  return {
    id: name,
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: { text: `${summary} Run "tracklint explain ${name}" for the whole page.` },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ['mixpanel', category], severity, category },
  };
}

function toResult(finding: Finding, ruleIndex: number | undefined, positions: Positions): Result {
  const { rule, severity, message, fix, fingerprint, cause } = finding;
  const fixes = finding.edits.filter(isPrintableEdit).map((edit) => toFix(edit, positions));
  const flow = toFlow(finding);
  const origin = cause && toLocation(cause.file, { startLine: cause.line }, 'The change that causes this');
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text: `${message} ${fix}` },
    locations: [toLocation(finding.file, toRegion(finding))],
    partialFingerprints: { 'tracklint/v1': fingerprint },
    suppressions: suppressionsOf(finding),
    ...(fixes.length > 0 ? { fixes } : {}),
    ...(flow.length > 1
      ? { codeFlows: [{ threadFlows: [{ locations: flow.map((location) => ({ location })) }] }] }
      : {}),
    ...(origin ? { relatedLocations: [{ ...origin, id: 1 }] } : {}),
    properties: { severity, category: finding.category, event: finding.event, property: finding.property },
  };
}

function suppressionsOf({ status, reason }: Finding): NonNullable<Result['suppressions']> {
  switch (status) {
    case 'new':
      return [];
    case 'baseline':
      return [{ kind: 'external', status: 'accepted', justification: 'Accepted by the baseline.' }];
    case 'suppressed':
      return [
        { kind: 'inSource', status: 'accepted', ...(reason === null ? {} : { justification: reason }) },
      ];
  }
}

/** From the place of the finding over the tracking call through the wrappers. */
function toFlow({ file, line, call, via }: Finding): Location[] {
  const start = toLocation(file, { startLine: line }, 'Found here');
  const steps = via.map((step) => toLocation(step.place.file, { startLine: step.line }, step.name));
  const isElsewhere = call && (call.file !== file || call.line !== line);
  const tracked = isElsewhere ? [toLocation(call.file, { startLine: call.line }, 'Tracked here')] : [];
  return [start, ...tracked, ...steps];
}

function toLocation(file: string, region: PhysicalLocation['region'], text?: string): Location {
  const physicalLocation = { artifactLocation: toArtifact(file), ...(region ? { region } : {}) };
  return { physicalLocation, ...(text === undefined ? {} : { message: { text } }) };
}

const toArtifact = (file: string): ArtifactLocation => ({
  uri: file.split('/').map(encodeURIComponent).join('/'),
  uriBaseId: 'SRCROOT',
});

const toRegion = ({
  line,
  column,
  endLine,
  endColumn,
}: TextRange): NonNullable<PhysicalLocation['region']> => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
});

function toFix({ title, changes }: Edit, positions: Positions): Fix {
  const files = [...new Set(changes.map((change) => change.at.file))];
  return {
    description: { text: title },
    artifactChanges: files.map((file) => ({
      artifactLocation: toArtifact(file),
      replacements: changes
        .filter((change) => change.at.file === file)
        .map(({ at, text }) => ({
          deletedRegion: toRegion(positions.range(at)),
          insertedContent: { text },
        })),
    })),
  };
}

function toNotification({ kind, file, line, message }: Notice) {
  return {
    descriptor: { id: kind },
    level: kind === 'rule-failed' ? ('error' as const) : ('warning' as const),
    message: { text: message },
    ...(file === null
      ? {}
      : { locations: [toLocation(file, line === null ? undefined : { startLine: line })] }),
  };
}
