import { loadConfig } from '../../src/config/load-config.js';
import { analyze } from '../../src/link/analyze.js';
import { readPlan } from '../../src/plan/read-plan.js';
import type { Rule } from '../../src/rules/rule.js';
import type { RuleProblem } from '../../src/rules/run-rules.js';
import { runRules } from '../../src/rules/run-rules.js';
import { memorySource } from '../../src/source/memory.js';

const PLAN_FILE = 'tracking-plan.json';

export interface ReviewSourcesOptions {
  /** Content of the configuration file. */
  readonly config?: object;
  /** Content of a tracking plan in JSON; an object of events by name. */
  readonly plan?: object;
  /** Only these rules; all by default. */
  readonly rules?: readonly Rule[];
  readonly useTypes?: boolean;
}

export interface ReviewedProblem extends RuleProblem {
  /** The source text that is reported. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

/** Runs the engine and the rules over source files given as text, and returns the problems sorted by place. */
export function reviewSources(
  files: Readonly<Record<string, string>>,
  options: ReviewSourcesOptions = {},
): readonly ReviewedProblem[] {
  const { plan, config = {}, rules, useTypes = false } = options;
  const source = memorySource({
    ...files,
    ...(plan ? { [PLAN_FILE]: JSON.stringify({ events: plan }, null, 2) } : {}),
    'tracklint.config.json': JSON.stringify({ ...(plan ? { plan: PLAN_FILE } : {}), ...config }),
  });
  const loaded = loadConfig(source);
  const analysis = analyze(source, { config: loaded, useTypes });
  const failures: string[] = [];
  const problems = runRules(analysis, {
    config: loaded,
    plan: readPlan(source, loaded, analysis.evaluator),
    onNotice: ({ message }) => failures.push(message),
    ...(rules ? { rules } : {}),
  });
  // A message that names data which the rule did not give is a fault of the rule.
  failures.push(
    ...problems.flatMap(({ message, fix }) => [message, fix]).filter((text) => text.includes('{{')),
  );
  if (failures.length > 0) throw new Error(failures.join('\n'));
  return problems.map((problem) => ({
    ...problem,
    text: analysis.textAt(problem.at),
    line: analysis.lineAt(problem.at),
  }));
}

/** The text of a file after one of a problem's edits was applied. */
export function applyEdit(text: string, edit: NonNullable<RuleProblem['edits']>[number]): string {
  return [...edit.changes]
    .sort((a, b) => b.at.start - a.at.start)
    .reduce(
      (result, { at, text: replacement }) => result.slice(0, at.start) + replacement + result.slice(at.end),
      text,
    );
}
