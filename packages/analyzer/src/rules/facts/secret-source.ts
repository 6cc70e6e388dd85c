import { alternatives } from '../../link/build-value.js';
import type { Value } from '../../link/value.js';
import { toWords } from '../../pii/to-words.js';

/** Prefixes that a build tool copies into the code of the browser. */
const PUBLIC_PREFIX =
  /^(?:NEXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|GATSBY|NUXT_PUBLIC|VUE_APP|PUBLIC|NG_APP|STORYBOOK|SNOWPACK_PUBLIC|PARCEL_PUBLIC)_/;
const SECRET_WORDS = new Set(['secret', 'password', 'passwd', 'pwd', 'pass', 'credential', 'sa']);

/** Where a secret comes from. */
export type SecretSource =
  /** Written into the code. */
  | { readonly kind: 'literal'; readonly value: Value }
  /** An environment variable that the build puts into the browser's code. */
  | { readonly kind: 'public'; readonly name: string; readonly value: Value }
  /** Read at run time, under a name that says it is a secret. */
  | { readonly kind: 'private'; readonly name: string; readonly value: Value };

/** True for `api_secret`, `MIXPANEL_SERVICE_ACCOUNT_PASSWORD`, `serviceAccountSecret`; not for a project token. */
export function isSecretName(name: string): boolean {
  const words = toWords(name);
  if (words.some((word) => SECRET_WORDS.has(word))) return true;
  return (
    words.includes('service') && words.includes('account') && !words.includes('id') && !words.includes('name')
  );
}

/** Where the text of a value comes from; null if nothing about it is known. */
export function secretSources(value: Value): readonly SecretSource[] {
  return alternatives(value).flatMap((option): readonly SecretSource[] => {
    if (option.kind === 'literal') {
      const isText =
        typeof option.value === 'string' && option.value.trim() !== '' && !isPlaceholder(option.value);
      return isText ? [{ kind: 'literal', value: option }] : [];
    }
    if (option.kind === 'template')
      return option.parts.flatMap((part) => (typeof part === 'string' ? [] : secretSources(part)));
    const name =
      option.kind === 'member' || option.kind === 'param' || option.kind === 'unknown'
        ? (option.name ?? option.alias)
        : option.alias;
    if (name === undefined) return [];
    return [{ kind: PUBLIC_PREFIX.test(name) ? 'public' : 'private', name, value: option }];
  });
}

/** `<your-secret>`, `xxxx`, `changeme`: stands for a secret. */
export function isPlaceholder(text: string): boolean {
  return /^(?:<.*>|\$\{.*\}|\{\{.*\}\}|x+|\*+|\.+|todo|changeme|change-me|placeholder|(?:your|my)[-_ ].*|.*[-_ ]here|secret|password|test|dummy|example|fake|none|null|undefined|not[-_ ]?set)$/i.test(
    text.trim(),
  );
}

/** Names of public environment variables in a source text that hold a Mixpanel secret, with their offsets. */
export function publicSecretsIn(text: string): readonly { readonly name: string; readonly start: number }[] {
  const found: { name: string; start: number }[] = [];
  for (const match of text.matchAll(/(?<=\benv(?:\.|\[['"`]|\?\.))[A-Z][A-Z0-9_]{5,80}\b/g)) {
    const [name] = match;
    if (PUBLIC_PREFIX.test(name) && /MIXPANEL|MXP|(?:^|_)MP_/.test(name) && isSecretName(name))
      found.push({ name, start: match.index });
  }
  return found;
}
