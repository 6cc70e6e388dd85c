import type { FilePath } from '../../source/source.js';
import type { CodeFile } from '../rule.js';

/**
 * Frameworks that exist on servers only. Node's own modules and database clients say less: desktop applications import
 * the former, and pages import the latter for their types and for code that never reaches the browser.
 */
const SERVER_PACKAGES =
  /^(?:express|fastify|koa|@koa\/.+|@hapi\/.+|restify|@nestjs\/(?:common|core)|aws-lambda|@middy\/.+|serverless-http|firebase-functions(?:\/.+)?|firebase-admin(?:\/.+)?|server-only|bullmq|bull|agenda|node-cron)$/;
const EXTENSION = String.raw`\.[cm]?[jt]sx?$`;
const NEXT_API = new RegExp(String.raw`(?:^|/)pages/api/.+${EXTENSION}`);
const NEXT_ROUTE = new RegExp(String.raw`(?:^|/)app/(?:.+/)?route${EXTENSION}`);
const NEXT_MIDDLEWARE = new RegExp(String.raw`^(?:(?:apps|packages)/[^/]+/)?(?:src/)?middleware${EXTENSION}`);
const NETLIFY = /(?:^|\/)netlify\/(?:functions|edge-functions)\//;
const VERCEL_API = new RegExp(String.raw`^(?:(?:apps|packages)/[^/]+/)?api/.+${EXTENSION}`);

/** Files whose exported functions a framework calls for each request. */
export type ServerFile = 'next-api' | 'next-route' | 'next-middleware' | 'netlify' | 'vercel';

export function serverFileKind(path: FilePath): ServerFile | null {
  if (NEXT_API.test(path)) return 'next-api';
  if (NEXT_ROUTE.test(path)) return 'next-route';
  if (NEXT_MIDDLEWARE.test(path)) return 'next-middleware';
  if (NETLIFY.test(path)) return 'netlify';
  return VERCEL_API.test(path) ? 'vercel' : null;
}

/** True if the code of a file can only run on a server. */
export function isServerOnly(file: CodeFile): boolean {
  if (file.hasUseClient) return false;
  const kind = serverFileKind(file.path);
  if (kind !== null && kind !== 'vercel') return true;
  return (
    /^\s*(['"])use server\1/.test(file.text) ||
    file.imports.some((specifier) => SERVER_PACKAGES.test(specifier))
  );
}

const TEST_FILE =
  /(?:^|\/)(?:__tests__|__mocks__|tests?|spec|specs|e2e|cypress|fixtures|mocks)\/|[.-](?:test|spec|stories|mock)\.[^/]+$/;

export const isTestFile = (path: FilePath): boolean => TEST_FILE.test(path);
