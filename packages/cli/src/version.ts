import { readFileSync } from 'node:fs';

const packageFile = new URL('../package.json', import.meta.url);

/** The version of the command line, as published. */
export const VERSION = (JSON.parse(readFileSync(packageFile, 'utf8')) as { readonly version: string })
  .version;
