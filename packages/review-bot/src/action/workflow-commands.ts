import { asPlain } from '../delivery/finding-text.js';

/**
 * Lines that the runner of GitHub Actions reads as commands. It looks for `::` at the start of every line that a step prints and
 * for `##[` anywhere in one, so nothing of the reviewed code may be printed but through here.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */

export type AnnotationCommand = 'error' | 'warning' | 'notice';

/** Such as `file` and `line`; what is undefined is left out. */
export type CommandProperties = Readonly<Record<string, string | number | undefined>>;

/** One command as a line without its end. */
export function workflowCommand(
  name: AnnotationCommand,
  properties: CommandProperties,
  message: string,
): string {
  const list = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`],
  );
  return `::${name}${list.length === 0 ? '' : ` ${list.join(',')}`}::${escapeData(message)}`;
}

/** A sentence of ours as an annotation of the run, without a place in the code. */
export const runAnnotation = (name: AnnotationCommand, sentence: string): string =>
  workflowCommand(name, { title: 'Tracklint' }, asPlain(sentence));

/** The runner decodes exactly these; see `escapeData` in actions/toolkit. */
const escapeData = (text: string): string =>
  text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
