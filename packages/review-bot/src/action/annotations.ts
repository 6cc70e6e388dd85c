import type { BotFinding } from '../analysis/analysis-result.js';
import { annotationOf } from '../delivery/check-run.js';
import type { Verdict } from '../delivery/verdict.js';
import type { Annotation } from '../github/repository-api.js';
import { workflowCommand } from './workflow-commands.js';
import type { AnnotationCommand } from './workflow-commands.js';

/**
 * GitHub shows so many of each kind of a step and drops the rest without a word.
 * https://docs.github.com/en/rest/checks/runs#about-check-runs
 */
const MOST_OF_A_KIND = 10;

const COMMANDS: Readonly<Record<Annotation['annotation_level'], AnnotationCommand>> = {
  failure: 'error',
  warning: 'warning',
  notice: 'notice',
};

const SUPPRESSED =
  'A comment of this change suppresses it; someone with write access has to agree before it may be merged.';

/** The same kinds, titles and words as in the App's check run; the worst come first. */
export function annotationLines({ open, suppressed, blocking }: Verdict): {
  readonly lines: readonly string[];
  /** How many findings GitHub would not show. */
  readonly notShown: number;
} {
  const held = new Set<BotFinding>(blocking);
  const all = [
    ...open.map(annotationOf),
    ...suppressed.filter((finding) => held.has(finding)).map(toSuppressed),
  ];
  const lines: string[] = [];
  const shown = { error: 0, warning: 0, notice: 0 };
  for (const annotation of all) {
    const command = COMMANDS[annotation.annotation_level];
    if (shown[command] === MOST_OF_A_KIND) continue;
    shown[command] += 1;
    lines.push(toLine(command, annotation));
  }
  return { lines, notShown: all.length - lines.length };
}

function toSuppressed(finding: BotFinding): Annotation {
  const annotation = annotationOf(finding);
  return { ...annotation, message: `${annotation.message}\n${SUPPRESSED}` };
}

const toLine = (command: AnnotationCommand, annotation: Annotation): string =>
  workflowCommand(
    command,
    {
      file: annotation.path,
      line: annotation.start_line,
      endLine: annotation.end_line,
      col: annotation.start_column,
      endColumn: annotation.end_column,
      title: annotation.title,
    },
    annotation.message,
  );
