import { RuleTester } from '@typescript-eslint/rule-tester';
import type { InvalidTestCase, RuleTesterConfig, ValidTestCase } from '@typescript-eslint/rule-tester';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, it } from 'vitest';
import mixpanel from '../../src/index.js';

RuleTester.afterAll = afterAll;
RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it.only;
RuleTester.itSkip = it.skip;

type RuleModule = Parameters<RuleTester['run']>[1];
type Settings = Readonly<Record<string, unknown>>;

export interface Suggested {
  readonly desc: string;
  /** The whole text once it is applied; the tester parses it. */
  readonly output: string;
}

export interface Reported {
  readonly messageId: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly line: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly suggestions?: readonly Suggested[];
}

export interface ValidCase {
  readonly name: string;
  readonly code: string;
  /** `settings.mixpanel` */
  readonly settings?: Settings;
}

export interface InvalidCase extends ValidCase {
  readonly errors: readonly Reported[];
}

export interface Cases {
  readonly valid: readonly ValidCase[];
  readonly invalid: readonly InvalidCase[];
}

export interface Tier {
  /** Runs the cases of one rule, each as the text of the tier's file. */
  test(rule: string, cases: Cases): void;
}

/**
 * A tier of tests: the same project on disk, a parser, and the name of the file whose text every case is.
 * @param files what lies on disk beside it
 */
export function createTier(
  file: string,
  files: Readonly<Record<string, string>>,
  languageOptions: (root: string) => NonNullable<RuleTesterConfig['languageOptions']>,
): Tier {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'eslint-plugin-mixpanel-rules-')));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  // Text that is not on disk has no place in a program, so every case is the buffer of a file that is.
  for (const [path, text] of Object.entries({ [file]: '', ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  execFileSync('git', ['init', '--quiet'], { cwd: root });
  const tester = new RuleTester({ languageOptions: languageOptions(root) });
  const complete = <T extends ValidCase>({ settings, ...one }: T) => ({
    ...one,
    filename: join(root, file),
    ...(settings ? { settings: { mixpanel: settings } } : {}),
  });
  return {
    test(rule, { valid, invalid }) {
      tester.run(rule, mixpanel.rules[rule] as unknown as RuleModule, {
        valid: valid.map(complete) as unknown as ValidTestCase<[]>[],
        invalid: invalid.map(complete) as unknown as InvalidTestCase<string, []>[],
      });
    },
  };
}
