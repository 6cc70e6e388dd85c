import {
  SEVERITY_WORDS,
  findingTitle,
  markdownCode,
  markdownText,
  maskPersonalValues,
  terminalSafe,
} from '@tracklint/analyzer';
import type { BotFinding } from '../analysis/analysis-result.js';
import { clip } from '../analysis/clip.js';

/** Sentences of findings are short; a longer one holds a name that somebody made long. */
const LONGEST_TEXT = 1_500;

const shortened = (text: string): string => clip(text, LONGEST_TEXT);

/** Text of the reviewed code as Markdown. */
export const asText = (text: string): string => markdownText(shortened(text));
export const asCode = (text: string): string => markdownCode(shortened(text));
/** A sentence of ours with names of the code in back-ticks: these become code, the rest text. */
export const asSentence = (text: string): string =>
  shortened(text)
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? markdownCode(part.slice(1, -1)) : proseOf(part)))
    .join('');

/** Spaces at the ends separate it from what stands beside it. */
const proseOf = (part: string): string =>
  `${/^\s/.test(part) ? ' ' : ''}${markdownText(part.trim())}${/\S\s$/.test(part) ? ' ' : ''}`;

/** The end of the name of a file of code, which makes `logo@2x.tsx` look like an address; a line may follow. */
const ENDING = /\.(?:[cm]?[jt]sx?|vue|svelte|astro|html?)(?::\d+)?$/;

/** A path, or `path:line`, without the personal values that names of files may hold too. */
export function maskPath(path: string): string {
  const end = ENDING.exec(path)?.index ?? path.length;
  return maskPersonalValues(path.slice(0, end)) + path.slice(end);
}

export const asPath = (path: string): string => asCode(maskPath(path));

/** The same where GitHub shows plain text. */
export const asPlain = (text: string): string => shortened(terminalSafe(text));

export const titleOf = (finding: BotFinding): string =>
  `[${finding.severity}] ${SEVERITY_WORDS[finding.severity]} - ${asText(findingTitle(finding))}`;

export const plainTitleOf = (finding: BotFinding): string =>
  asPlain(`[${finding.severity}] ${SEVERITY_WORDS[finding.severity]} - ${findingTitle(finding)}`);

/** Issue, way to the SDK, cause and fix: what follows the place. */
export function bodyOf(
  finding: BotFinding,
  place: (file: string, line: number) => string,
): readonly string[] {
  const via = finding.via.map(asCode).join(' → ');
  return [
    `**Issue**: ${asSentence(finding.message)}`,
    ...(via === '' ? [] : [`**Via**: ${via}`]),
    ...(finding.cause ? [`**Caused by**: ${place(finding.cause.file, finding.cause.line)}`] : []),
    `**Fix**: ${asSentence(finding.fix)}`,
  ];
}

/** A place in the code as a link that shows it, or as text where there is no page to link to. */
export function placeLink(blobUrl: string | null): (file: string, line: number) => string {
  return (file, line) => {
    const label = asPath(`${file}:${line}`);
    if (blobUrl === null || maskPath(file) !== file) return label;
    const path = file.split('/').map(encodePathPart).join('/');
    return `[${label}](${blobUrl}/${path}#L${line})`;
  };
}

/** Also what `encodeURIComponent` leaves and Markdown or a path would read as something else. */
const encodePathPart = (part: string): string =>
  encodeURIComponent(part.replace(/\p{Surrogate}/gu, '�'))
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/^\.{1,2}$/, (dots) => dots.replace(/\./g, '%2E'));
