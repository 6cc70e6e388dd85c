import { rules } from '@tracklint/analyzer';
import type { Rule } from '@tracklint/analyzer';

/** Without the rules that only look at the whole project: they cannot say anything about one file in an editor. */
export const editorRules: readonly Rule[] = rules.filter((rule) =>
  rule.meta.where.some((where) => where !== 'project'),
);
