import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { stage as stageApp, tracking } from '../end-to-end/bot-process.js';
import { WRITE, pullRequestEvent, runStep, SARIF_FILE } from './action-process.js';
import { sarifProblems } from './sarif-problems.js';

const BUNDLE = fileURLToPath(new URL('../../bundle', import.meta.url));

const PLAN = `version: 1
events:
  Step 1 Done:
    description: When the first step is done
    properties:
      plan: { type: string, required: true, description: What is paid for }
`;

/** The release by itself, where no other package is to be found. */
function copyOfBundle(): string {
  const directory = mkdtempSync(join(tmpdir(), 'tracklint-action-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  cpSync(BUNDLE, directory, { recursive: true });
  return directory;
}

it('finds by itself what the App finds', async () => {
  const { github, repository, bot } = await stageApp();
  const config = { plan: 'tracking-plan.yaml', eventNames: { pattern: 'Step [0-9]+ Done', prefix: 'Step' } };
  const main = repository.commit('main', {
    files: { 'tracklint.config.json': JSON.stringify(config), 'tracking-plan.yaml': PLAN },
  });
  repository.branch('feature', main);
  repository.commit('feature', {
    files: {
      'src/steps.ts': tracking("plan: 'free'", 'email: user.email', 'signed_up_at: Date.now()'),
      'src/other.ts': tracking("Plan: 'free'").replace('Step 1 Done', 'step one'),
    },
  });
  const pull = repository.openPullRequest({ head: 'feature' });
  await bot.idle();
  const [check] = repository.checkRuns(pull.headSha);
  const ofApp = (check?.annotations ?? []).map((own) => {
    const { path, start_line: line, title, message } = own as unknown as Record<string, string | number>;
    return [path, line, title, message];
  });

  const release = copyOfBundle();
  const [, entry = ''] = /^ {2}main: (\S+)$/m.exec(readFileSync(join(release, 'action.yml'), 'utf8')) ?? [];
  const run = await runStep(github, repository, {
    event: 'pull_request',
    payload: pullRequestEvent(repository, pull),
    token: github.createToken(WRITE, repository),
    env: SARIF_FILE,
    main: join(release, entry),
  });
  const ofAction = run.lines.flatMap((line) => {
    const found = /^::\w+ file=([^,]+),line=(\d+),.*title=([^,]*)::(.*)$/.exec(line);
    return found ? [[found[1], Number(found[2]), decoded(found[3]), decoded(found[4])]] : [];
  });
  expect(ofApp.length).toBeGreaterThan(3);
  expect(ofAction).toEqual(ofApp);
  expect(sarifProblems(run.sarif ?? '')).toMatchObject({ problems: null });
  expect(run.sarif).toContain('"version":"0.1.0"');
  expect(statSync(join(release, 'action/THIRD-PARTY-LICENSES.txt')).size).toBeGreaterThan(10_000);
});

const decoded = (text = ''): string =>
  text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%25', '%');
