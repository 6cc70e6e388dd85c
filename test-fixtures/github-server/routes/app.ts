import { ApiError, notFound } from '../api-error.js';
import { created, isFor, ok, paged, read } from '../context.js';
import type { DeliveryState, Route } from '../context.js';
import { installation, integration, repository, user } from '../objects.js';
import { exampleOf } from '../openapi.js';

const TOKEN_MS = 60 * 60_000;

const deliveryItem = (delivery: DeliveryState) => ({
  ...{ id: delivery.id, guid: delivery.guid, delivered_at: delivery.deliveredAt, duration: 0.1 },
  ...{ redelivery: delivery.isRedelivery, status_code: delivery.statusCode, event: delivery.event },
  ...{ status: delivery.statusCode >= 200 && delivery.statusCode < 300 ? 'OK' : 'Failed', action: delivery.action },
  ...{ installation_id: delivery.installation, repository_id: null, throttled_at: null },
});

export const appRoutes: readonly Route[] = [
  { method: 'GET', path: '/app', access: 'app', handle: ({ app }) => ok(integration(app)) },
  {
    method: 'GET',
    path: '/app/installations',
    access: 'app',
    handle(context) {
      const { settings, installations } = context.app;
      const accounts = settings.isInstalled ? [...installations.keys()] : [];
      return paged(context, '/app/installations', accounts.map((account) => installation(context.app, account)));
    },
  },
  {
    method: 'POST',
    path: '/app/installations/{installation_id}/access_tokens',
    access: 'app',
    handle({ params, app, server }) {
      const [owner] = [...app.installations].find(([, id]) => id === Number(params['installation_id'])) ?? [];
      if (owner === undefined) throw notFound();
      const { settings } = app;
      if (!settings.isInstalled) throw notFound();
      if (settings.isSuspended) throw new ApiError(403, 'This installation has been suspended');
      const permissions = settings.accepted ?? app.permissions;
      const expires = Date.now() + TOKEN_MS;
      const token = server.giveToken({
        ...{ login: app.botLogin, app: 'ours', permissions, owner, repository: null, expires },
      });
      return created({ token, expires_at: new Date(expires).toISOString(), permissions, repository_selection: 'all' });
    },
  },
  {
    method: 'GET',
    path: '/app/hook/config',
    access: 'app',
    handle({ app, server }) {
      const { contentType, hasSecret, insecureSsl } = app.settings.hook;
      return ok({
        ...(server.webhookUrl === null ? {} : { url: server.webhookUrl }),
        ...(hasSecret ? { secret: '********' } : {}),
        ...{ content_type: contentType, insecure_ssl: insecureSsl },
      });
    },
  },
  {
    method: 'GET',
    path: '/app/hook/deliveries',
    access: 'app',
    // The only list whose pages have no numbers: the newest come first, and there are ever newer ones.
    handle({ query, server }) {
      const size = Number(query.get('per_page') ?? 30);
      const before = Number(query.get('cursor') ?? Infinity);
      const found = server.deliveries.filter(({ id }) => id < before).reverse();
      const page = found.slice(0, size);
      const next = `${server.url}/app/hook/deliveries?per_page=${size}&cursor=${page.at(-1)?.id}`;
      return {
        headers: found.length > size ? { link: `<${next}>; rel="next"` } : {},
        ...ok(page.map(deliveryItem)),
      };
    },
  },
  {
    method: 'POST',
    path: '/app/hook/deliveries/{delivery_id}/attempts',
    access: 'app',
    handle({ params, server }) {
      server.redeliver(Number(params['delivery_id']));
      return { status: 202, body: {} };
    },
  },
  {
    method: 'GET',
    path: '/installation/repositories',
    access: read('metadata'),
    handle(context) {
      const { server, token } = context;
      const found = server.repositories.filter((own) => token && isFor(token, own));
      return paged(context, '/installation/repositories', found, (page) => ({
        total_count: found.length,
        repositories: page.map((own) => {
          const { security_and_analysis: _, ...rest } = repository(own, server.url);
          return rest;
        }),
      }));
    },
  },
  {
    method: 'GET',
    path: '/users/{username}',
    access: read('metadata'),
    handle: ({ params }) => ok({ ...exampleOf('public-user-default-response'), ...user(params['username'] ?? '') }),
  },
  {
    method: 'GET',
    path: '/meta',
    access: 'anyone',
    handle() {
      // The example leaves the fingerprints' values out.
      const { ssh_key_fingerprints: _, ...overview } = exampleOf('api-overview');
      return ok(overview);
    },
  },
  {
    method: 'GET',
    path: '/rate_limit',
    access: read('metadata'),
    handle: () => ok(exampleOf('rate-limit-overview')),
  },
];
