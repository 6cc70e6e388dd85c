import { createPublicKey, verify } from 'node:crypto';
import { ApiError } from './api-error.js';
import type { FakeRepository } from './fake-repository.js';
import type { Route } from './context.js';
import type { AppState } from './objects.js';
import type { Token } from './state.js';

/** https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app */
const LONGEST_JWT_SECONDS = 600;

const badCredentials = (): ApiError => new ApiError(401, 'Bad credentials');

/**
 * Lets a request in or refuses it.
 * @returns its token; null for the App itself, and where none is needed
 */
export function letIn(
  authorization: string | undefined,
  { access }: Route,
  app: AppState,
  tokens: ReadonlyMap<string, Token>,
): Token | null {
  if (access === 'anyone') return null;
  const [, credential = ''] = /^(?:bearer|token) (.+)$/i.exec(authorization ?? '') ?? [];
  if (access === 'app') {
    checkJwt(credential, app);
    return null;
  }
  const token = tokens.get(credential);
  if (!token || token.expires < Date.now()) throw badCredentials();
  const level = token.permissions[access.permission];
  const isEnough = level === 'write' || (level === 'read' && access.level === 'read');
  if (!isEnough && access.permission !== 'metadata')
    throw new ApiError(403, 'Resource not accessible by integration');
  return token;
}

/** https://docs.github.com/en/repositories/archiving-a-github-repository/archiving-repositories: everything is read-only. */
export function checkArchived({ access }: Route, repository: FakeRepository | undefined): void {
  if (repository?.isArchived && typeof access === 'object' && access.level === 'write')
    throw new ApiError(403, 'Repository was archived so is read-only.');
}

/** Signed by the App's key with RS256, issued by it, and good for ten minutes at most. */
function checkJwt(jwt: string, app: AppState): void {
  const [header = '', payload = '', signature = ''] = jwt.split('.');
  const signed = Buffer.from(`${header}.${payload}`);
  const key = createPublicKey(app.publicKey);
  const isSigned = verify('RSA-SHA256', signed, key, Buffer.from(signature, 'base64url'));
  if (!isSigned) throw new ApiError(401, 'A JSON web token could not be decoded');
  const { iss, iat, exp } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>;
  const { alg } = JSON.parse(Buffer.from(header, 'base64url').toString('utf8')) as Record<string, unknown>;
  const now = Date.now() / 1_000;
  if (alg !== 'RS256' || String(iss) !== String(app.id)) throw badCredentials();
  if (Number(exp) < now) throw new ApiError(401, "'Expiration time' claim ('exp') is in the past");
  if (Number(exp) - Number(iat) > LONGEST_JWT_SECONDS + 60 || Number(exp) - now > LONGEST_JWT_SECONDS)
    throw new ApiError(401, "'Expiration time' claim ('exp') is too far in the future");
}
