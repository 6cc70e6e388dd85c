import { builtinModules } from 'node:module';

export interface PackageSpecifier {
  readonly name: string;
  /** Without a leading slash; empty for the package itself. */
  readonly subpath: string;
}

const BUILTIN: ReadonlySet<string> = new Set(builtinModules);

export function isBuiltin(specifier: string): boolean {
  return specifier.startsWith('node:') || specifier.startsWith('bun:') || BUILTIN.has(specifier);
}

/** `@scope/name/sub` → name `@scope/name`, subpath `sub`; also `npm:name@1/sub` and module URLs of CDNs. */
export function packageSpecifier(specifier: string): PackageSpecifier {
  const registry = /^(?:npm|jsr):\/?(.+)$/.exec(specifier)?.[1];
  const fromUrl = /^https?:\/\/[^/]+\/(?:npm\/|pin\/|-\/|v\d+\/)?(.+)$/.exec(specifier)?.[1];
  const [, name = specifier, subpath = ''] =
    /^((?:@[^/@]+\/)?[^/@]+)(?:@[^/]*)?\/?(.*)$/.exec(registry ?? fromUrl ?? specifier) ?? [];
  return { name, subpath };
}
