import type { Rule, RuleMessage } from '@tracklint/analyzer';
import type { Rule as EslintRule } from 'eslint';
import { toReport } from './problem-report.js';
import type { LintedFile, Projects } from './project/projects.js';

/** Id of the message that says why a file could not be reviewed. */
const FAILURE = 'failure';

export interface RuleSurroundings {
  readonly projects: Projects;
  /** The page of a rule. */
  readonly urlOf: (ruleName: string) => string;
  /** True for the one rule of a lint that says what went wrong for all of them. */
  readonly saysFailure: (file: LintedFile) => boolean;
}

/** An ESLint rule that reports what the analyzer's rule finds in the linted file. */
export function toEslintRule(rule: Rule, surroundings: RuleSurroundings): EslintRule.RuleModule {
  const { name, meta } = rule;
  return {
    meta: {
      type: meta.severity === 'P0' || meta.severity === 'P1' ? 'problem' : 'suggestion',
      docs: { description: meta.summary, url: surroundings.urlOf(name) },
      messages: {
        ...Object.fromEntries(Object.entries(meta.messages).map(([id, text]) => [id, toText(text)])),
        [FAILURE]: 'Tracklint cannot review this file: {{reason}}',
      },
      // What a rule can be told is in `settings.mixpanel` and in the configuration file, for every host alike.
      schema: [],
      ...(meta.hasSuggestions ? { hasSuggestions: true } : {}),
      ...(meta.isFixable ? { fixable: 'code' as const } : {}),
    },
    create: (context) => ({
      Program() {
        const { findings, failure } = surroundings.projects.reviewOf(context);
        if (failure !== null && surroundings.saysFailure(context))
          context.report({
            messageId: FAILURE,
            data: { reason: failure },
            loc: { line: 1, column: 0 },
          });
        for (const found of findings) if (found.problem.rule === name) context.report(toReport(found, meta));
      },
    }),
  };
}

function toText({ message, fix }: RuleMessage): string {
  return `${message} ${fix}`;
}
