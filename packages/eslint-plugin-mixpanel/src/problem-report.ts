import type { Edit, LocatedFinding, RuleMeta } from '@tracklint/analyzer';
import type { Rule as EslintRule } from 'eslint';

/**
 * What ESLint is told about a finding: the exact place, a fix for the first edit that cannot change behaviour, and every
 * other edit as a suggestion. Edits that reach into another file are left out; an editor applies one file at a time.
 */
export function toReport({ finding, problem }: LocatedFinding, meta: RuleMeta): EslintRule.ReportDescriptor {
  const edits = (problem.edits ?? []).filter((edit) =>
    edit.changes.every((change) => change.at.file === problem.at.file),
  );
  const safe = meta.isFixable ? edits.find((edit) => edit.isSafe) : undefined;
  const suggestions = meta.hasSuggestions ? edits.filter((edit) => edit !== safe) : [];
  return {
    messageId: problem.messageId,
    data: { ...problem.data },
    loc: {
      start: { line: finding.line, column: finding.column - 1 },
      end: { line: finding.endLine, column: finding.endColumn - 1 },
    },
    ...(safe ? { fix: (fixer) => toFixes(safe, fixer) } : {}),
    suggest: suggestions.map((edit) => ({ desc: edit.title, fix: (fixer) => toFixes(edit, fixer) })),
  };
}

function toFixes(edit: Edit, fixer: EslintRule.RuleFixer): EslintRule.Fix[] {
  return edit.changes.map((change) => fixer.replaceTextRange([change.at.start, change.at.end], change.text));
}
