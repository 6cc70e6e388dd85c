import type { SdkInit } from '../link/call.js';
import type { Place, Value } from '../link/value.js';
import { requestCredentials } from './facts/http-credentials.js';
import type { Credential } from './facts/http-credentials.js';
import { isPlaceholder, isSecretName, publicSecretsIn, secretSources } from './facts/secret-source.js';
import type { SecretSource } from './facts/secret-source.js';
import type { Problem, Rule, RuleContext } from './rule.js';

/** A project token: it may be used as the user of Basic authentication, without a password, and is public. */
const TOKEN_AS_USER = /^[0-9a-f]{32}:?$/i;

/** Options of `init` that hold a secret, and the token if its name says that it is one. */
function initProblems(init: SdkInit, context: RuleContext): readonly Problem[] {
  const inBrowser =
    init.runtime === 'browser' || init.runtime === 'mobile' || isBrowserFile(init.file, context);
  const options = init.options?.kind === 'object' ? init.options.entries : [];
  const fromOptions = options.flatMap((entry): readonly Problem[] => {
    if (entry.kind !== 'property' || !isSecretOption(entry.key)) return [];
    return problemsOf(secretSources(entry.value), entry.value.at, inBrowser);
  });
  const fromToken = init.token
    ? secretSources(init.token).filter((source) => source.kind !== 'literal' && isSecretName(source.name))
    : [];
  return [...fromOptions, ...problemsOf(fromToken, init.token?.at ?? init.at, inBrowser)];
}

const isSecretOption = (key: string): boolean =>
  /^(?:secret|api_?secret|apiSecret|service_?account_?(?:secret|password)?|password)$/i.test(key);

function problemsOf(sources: readonly SecretSource[], at: Place, inBrowser: boolean): readonly Problem[] {
  return sources.flatMap((source): readonly Problem[] => {
    switch (source.kind) {
      case 'literal':
        // A default in another file is repaired where it is written.
        return [{ messageId: 'literal', at: source.value.at.file === at.file ? at : source.value.at }];
      case 'public':
        return [{ messageId: 'publicVariable', data: { name: source.name }, at }];
      case 'private':
        return inBrowser ? [{ messageId: 'browser', data: { name: source.name }, at }] : [];
    }
  });
}

/** The problems of one file, found once however many calls it has. */
const fileProblems = (file: string, context: RuleContext): readonly Problem[] =>
  context.fact(file, 'exposed secrets', () => findInFile(file, context));

/** Secrets in requests to Mixpanel and in public variables of one file. */
function findInFile(file: string, context: RuleContext): readonly Problem[] {
  const code = context.code.file(file);
  if (!code) return [];
  const inBrowser = isBrowserFile(file, context);
  const requests = requestCredentials(file, context).flatMap(({ call, credential }): readonly Problem[] => {
    const at = credential.value.at.file === file ? credential.value.at : call.at;
    return problemsOf(secretsOf(credential), at, inBrowser);
  });
  const variables = publicSecretsIn(code.text).map(({ name, start }): Problem => ({
    messageId: 'publicVariable',
    data: { name },
    at: { file, start, end: start + name.length },
  }));
  return [...requests, ...variables];
}

/** What of a credential is secret. A project token is not. */
function secretsOf({ part, value }: Credential): readonly SecretSource[] {
  if (value.kind === 'literal') return isSecretText(part, value) ? [{ kind: 'literal', value }] : [];
  if (value.kind === 'template' && part === 'basic') {
    const password = afterColon(value.parts);
    if (password.some((each) => typeof each === 'string' && each.trim() !== '' && !isPlaceholder(each)))
      return [{ kind: 'literal', value }];
    return password
      .flatMap((each) => (typeof each === 'string' ? [] : secretSources(each)))
      .concat(value.parts.flatMap((each) => (typeof each === 'string' ? [] : named(each))));
  }
  return part === 'password' ? secretSources(value) : named(value);
}

const named = (value: Value): readonly SecretSource[] =>
  secretSources(value).filter((source) => source.kind !== 'literal' && isSecretName(source.name));

function isSecretText(part: Credential['part'], value: Extract<Value, { kind: 'literal' }>): boolean {
  if (typeof value.value !== 'string') return false;
  const text = part === 'header' ? decoded(value.value.replace(/^(?:Basic|Bearer) /i, '')) : value.value;
  if (isPlaceholder(text) || TOKEN_AS_USER.test(text)) return false;
  return part === 'basic' ? /:.+|^[^:]{12,}$/.test(text) : text.trim() !== '';
}

function decoded(text: string): string {
  const plain = /^[\w+/]+=*$/.test(text) ? Buffer.from(text, 'base64').toString('latin1') : '';
  return /^[\x20-\x7e]+$/.test(plain) ? plain : text;
}

/** The parts of `user:password` after the colon. */
function afterColon(parts: readonly (string | Value)[]): readonly (string | Value)[] {
  const at = parts.findIndex((part) => typeof part === 'string' && part.includes(':'));
  const colon = parts[at];
  if (at < 0 || typeof colon !== 'string') return [];
  return [colon.slice(colon.indexOf(':') + 1), ...parts.slice(at + 1)];
}

/** Code that is certainly sent to a browser or an app. */
function isBrowserFile(file: string, context: RuleContext): boolean {
  const code = context.code.file(file);
  if (!code) return false;
  return (
    code.hasUseClient ||
    code.imports.some((specifier) =>
      /^(?:mixpanel-browser|react-dom|react-native|expo|mixpanel-react-native)(?:\/(?!server)|$)/.test(
        specifier,
      ),
    )
  );
}

export const noExposedSecret: Rule = {
  name: 'no-exposed-secret',
  meta: {
    severity: 'P0',
    category: 'PII Protection',
    where: ['call', 'project'],
    summary:
      'Secrets of Mixpanel (service account, API secret) are neither written in code nor sent to a browser.',
    messages: {
      literal: {
        message:
          'A secret of Mixpanel is written in the code. Everybody who can read the repository can read and delete all data of the project.',
        fix: 'Revoke it, and read the new one from the environment on the server.',
      },
      publicVariable: {
        message:
          'The build puts the variable "{{name}}" into the code of the browser, where everybody can read the secret in it.',
        fix: 'Revoke it, and read the new one on the server from a variable without the public prefix.',
      },
      browser: {
        message:
          'The secret "{{name}}" is used in code that runs in a browser or an app, so everybody who uses it can read the secret.',
        fix: 'Make the request on the server; a browser needs the project token only, which is public.',
      },
    },
  },
  checkInit: (init, context) => [...initProblems(init, context), ...fileProblems(init.file, context)],
  checkCall: (call, context) => fileProblems(call.file, context),
  checkProject: (_project, context) => context.code.files().flatMap((file) => fileProblems(file, context)),
};
