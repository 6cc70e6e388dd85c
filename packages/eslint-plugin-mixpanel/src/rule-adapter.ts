import type { Rule, RuleMessage } from '@tracklint/analyzer';
import type { Rule as EslintRule } from 'eslint';
import { toReport } from './problem-report.js';
import type { ProjectReviews } from './project/project-reviews.js';

/**
 * An ESLint rule that reports what the analyzer's rule finds in the linted file. All rules of a file share one review,
 * so the second rule costs nothing.
 */
export function toEslintRule(rule: Rule, reviews: ProjectReviews): EslintRule.RuleModule {
  return {
    meta: {
      type: rule.meta.severity === 'P0' || rule.meta.severity === 'P1' ? 'problem' : 'suggestion',
      docs: { description: rule.meta.summary, recommended: true },
      messages: Object.fromEntries(
        Object.entries(rule.meta.messages).map(([id, text]) => [id, toText(text)]),
      ),
      schema: [],
      hasSuggestions: true,
      ...(rule.meta.isFixable ? { fixable: 'code' as const } : {}),
    },
    create: (context) => ({
      Program() {
        for (const found of reviews.problemsIn(context)) {
          if (found.rule === rule.name) context.report(toReport(found, rule.meta, context));
        }
      },
    }),
  };
}

function toText({ message, fix }: RuleMessage): string {
  return `${message} ${fix}`;
}
