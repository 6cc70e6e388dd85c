import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { renderPlace, renderRulePage, rules, runReview } from '@tracklint/analyzer';
import { nearestOf } from '../choice.js';
import { UsageError } from '../failure.js';
import { paperFor, writeReport } from '../output.js';
import { EXIT } from '../exit-code.js';
import type { ExitCode } from '../exit-code.js';
import { openWorkspace } from '../workspace.js';

/** Prints the page of a rule, or what is tracked and found at a line. */
export async function explain(target: string): Promise<ExitCode> {
  const place = /^(.+?):(\d+)(?::\d+)?$/.exec(target);
  const text = place ? await explainPlace(place[1] ?? '', Number(place[2])) : await explainRule(target);
  await writeReport(text, undefined);
  return EXIT.clean;
}

async function explainRule(name: string): Promise<string> {
  const plain = name.replace(/^mixpanel\//, '');
  const rule = rules.find((candidate) => candidate.name === plain);
  if (rule) return renderRulePage(rule, paperFor(undefined));
  const nearest = nearestOf(
    plain,
    rules.map((candidate) => candidate.name),
  );
  const hint =
    nearest === null
      ? `the rules are ${rules.map((candidate) => candidate.name).join(', ')}`
      : `did you mean ${nearest}?`;
  if (existsSync(name))
    throw new UsageError(`Say which line of "${name}" is meant: tracklint explain ${name}:LINE.`);
  throw new UsageError(`There is no rule "${plain}"; ${hint}`);
}

async function explainPlace(path: string, line: number): Promise<string> {
  const workspace = await openWorkspace({ types: true, cache: true });
  const { root, directory, scope, config, engine, records } = workspace;
  const file = relative(root, resolve(directory, path)).split(sep).join('/');
  if (!scope.head.has(file)) {
    throw new UsageError(`"${path}" is no reviewable file of ${root}; check the name and .gitignore.`);
  }
  const { analysis, review } = await runReview({
    mode: 'all',
    scope,
    config,
    engine,
    records,
    baseline: null,
    isWanted: () => true,
    date: '',
    now: () => 0,
  });
  workspace.clearProgress();
  return renderPlace({ file, line }, { analysis, review }, paperFor(undefined));
}
