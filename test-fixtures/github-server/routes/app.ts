import { ApiError, notFound } from '../api-error.js';
import { created, ok, paged, read } from '../context.js';
import type { DeliveryState, Route } from '../context.js';
import { installation, integration, repository, user } from '../objects.js';
import type { AppState } from '../objects.js';
import { exampleOf } from '../openapi.js';

const TOKEN_MS = 60 * 60_000;

const deliveryItem = (delivery: DeliveryState, app: AppState) => ({
  ...{ id: delivery.id, guid: delivery.guid, delivered_at: delivery.deliveredAt, duration: 0.1 },
  ...{ redelivery: delivery.isRedelivery, status_code: delivery.statusCode, event: delivery.event },
  ...{ status: delivery.statusCode >= 200 && delivery.statusCode < 300 ? 'OK' : 'Failed', action: delivery.action },
  ...{ installation_id: app.installationId, repository_id: null, throttled_at: null },
});

export const appRoutes: readonly Route[] = [
  { method: 'GET', path: '/app', access: 'app', handle: ({ app }) => ok(integration(app)) },
  {
    method: 'GET',
    path: '/app/installations',
    access: 'app',
    handle: (context) => paged(context, '/app/installations', context.app.settings.isInstalled ? [installation(context.app)] : []),
  },
  {
    method: 'POST',
    path: '/app/installations/{installation_id}/access_tokens',
    access: 'app',
    handle({ params, app, server }) {
      if (Number(params['installation_id']) !== app.installationId) throw notFound();
      const { settings } = app;
      if (!settings.isInstalled) throw notFound();
      if (settings.isSuspended) throw new ApiError(403, 'This installation has been suspended');
      const permissions = settings.accepted ?? app.permissions;
      const expires = Date.now() + TOKEN_MS;
      const token = server.giveToken({
        ...{ login: app.botLogin, app: 'ours', permissions, repository: null, expires },
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
    handle({ query, server, app }) {
      const size = Number(query.get('per_page') ?? 30);
      const before = Number(query.get('cursor') ?? Infinity);
      const found = server.deliveries.filter(({ id }) => id < before).reverse();
      const page = found.slice(0, size);
      const next = `${server.url}/app/hook/deliveries?per_page=${size}&cursor=${page.at(-1)?.id}`;
      return {
        headers: found.length > size ? { link: `<${next}>; rel="next"` } : {},
        ...ok(page.map((delivery) => deliveryItem(delivery, app))),
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
    handle: (context) =>
      paged(context, '/installation/repositories', context.server.repositories, (page) => ({
        total_count: context.server.repositories.length,
        repositories: page.map((own) => {
          const { security_and_analysis: _, ...rest } = repository(own, context.server.url);
          return rest;
        }),
      })),
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
