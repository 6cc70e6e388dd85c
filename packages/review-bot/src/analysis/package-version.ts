import { existsSync, readFileSync } from 'node:fs';

/** Beside the modules where they are bundled, else above `dist/analysis/`. */
const PLACES = ['./package.json', '../../package.json'];

/** The version of this package, as published. */
export function packageVersion(): string {
  const file = PLACES.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(url));
  if (!file) return '0.0.0';
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version;
}
