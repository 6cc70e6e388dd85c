import { ApiError, notFound } from '../api-error.js';
import { created, ok, paged, read, repositoryOf, write } from '../context.js';
import type { Context, Route } from '../context.js';
import { checkRun } from '../objects.js';
import { checkActions, checkOutput } from '../rules.js';
import type { OutputInput } from '../rules.js';
import type { CheckRunState } from '../state.js';

function runOf(context: Context): CheckRunState {
  const id = Number(context.params['check_run_id']);
  const found = repositoryOf(context).checkRunStates.find((run) => run.id === id);
  if (!found) throw notFound();
  return found;
}

/** What a request says, put into a run. Annotations are added to those that are there. */
function apply(run: CheckRunState, body: Readonly<Record<string, unknown>>, now: string): void {
  const output = body['output'] as OutputInput | undefined;
  const actions = body['actions'] as CheckRunState['actions'] | undefined;
  if (output) checkOutput(output);
  if (actions) checkActions(actions);
  if (typeof body['status'] === 'string') run.status = body['status'];
  if (typeof body['conclusion'] === 'string') {
    run.conclusion = body['conclusion'];
    run.status = 'completed';
    run.completedAt = now;
  }
  if (run.status === 'completed' && run.conclusion === null)
    throw new ApiError(422, 'Invalid request. "conclusion" is needed for a completed check run.');
  if (run.status !== 'completed') run.conclusion = run.completedAt = null;
  if (actions) run.actions = actions;
  if (!output) return;
  run.title = output.title ?? run.title;
  run.summary = output.summary ?? run.summary;
  run.annotations.push(...(output.annotations ?? []));
}

const shown = (run: CheckRunState, context: Context) =>
  checkRun(run, context.app, context.server.url, repositoryOf(context));

export const checkRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/check-runs',
    access: write('checks'),
    creates: true,
    handle(context) {
      const own = repositoryOf(context);
      const { body, server, token } = context;
      const sha = String(body['head_sha']);
      if (own.git.resolve(sha) !== sha) throw new ApiError(422, `No commit found for SHA: ${sha}`);
      const run: CheckRunState = {
        ...{ id: server.newId(), name: String(body['name']), headSha: sha, app: token?.app ?? 'ours' },
        ...{ externalId: String(body['external_id'] ?? ''), status: 'queued', conclusion: null, title: null },
        ...{ summary: null, annotations: [], actions: [], completedAt: null },
      };
      apply(run, body, server.now());
      own.checkRunStates.push(run);
      return created(shown(run, context));
    },
  },
  {
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/check-runs/{check_run_id}',
    access: write('checks'),
    creates: true,
    handle(context) {
      const run = runOf(context);
      apply(run, context.body, context.server.now());
      return ok(shown(run, context));
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/check-runs/{check_run_id}',
    access: read('checks'),
    handle: (context) => ok(shown(runOf(context), context)),
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/check-runs/{check_run_id}/annotations',
    access: read('checks'),
    handle(context) {
      const all = runOf(context).annotations.map((annotation) => ({
        ...{ start_column: null, end_column: null, title: null, raw_details: null, blob_href: '' },
        ...annotation,
      }));
      return paged(context, '/repos/{owner}/{repo}/check-runs/{check_run_id}/annotations', all);
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits/{ref}/check-runs',
    access: read('checks'),
    handle(context) {
      const own = repositoryOf(context);
      const { query, app } = context;
      const sha = own.git.resolve(context.params['ref'] ?? '');
      if (sha === null) throw new ApiError(422, `No commit found for SHA: ${context.params['ref'] ?? ''}`);
      const appId = query.get('app_id');
      const found = own.checkRunStates.filter(
        (run) =>
          run.headSha === sha &&
          (query.get('check_name') ?? run.name) === run.name &&
          (appId === null || (run.app === 'ours' && Number(appId) === app.id)),
      );
      const newest = new Map(found.map((run) => [`${run.app} ${run.name}`, run]));
      const runs = query.get('filter') === 'all' ? found : [...newest.values()];
      const path = '/repos/{owner}/{repo}/commits/{ref}/check-runs';
      return paged(context, path, runs, (page) => ({
        total_count: runs.length,
        check_runs: page.map((run) => shown(run, context)),
      }));
    },
  },
];
