/**
 * Bundles the compiled analyzer and command line, because finding and reading its several hundred modules one by one takes longer than
 * reviewing a small change. What is native stays outside. Nothing is minified, for the stack traces of bug reports. What
 * is bundled stays a dependency of the package, so that audits see it and its licence is installed with it.
 * Part of `npm run build`, after the compiler.
 */
import { rolldown } from 'rolldown';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const analyzer = fileURLToPath(new URL('../packages/analyzer/', import.meta.url));
const cli = fileURLToPath(new URL('../packages/cli/', import.meta.url));

const external = [/^oxc-parser/, /^typescript/];
// The other form of some packages loads its parts in a way that a bundler cannot see.
const resolve = { mainFields: ['module', 'main'] };
const onLog = (level, log) => {
  throw new Error(`${level}: ${log.message}`);
};

const engine = await rolldown({
  input: {
    index: `${analyzer}dist/index.js`,
    'load-config': `${analyzer}dist/config/load-config.js`,
    'read-plan': `${analyzer}dist/plan/read-plan.js`,
  },
  platform: 'node',
  external,
  resolve,
  onLog,
});
await engine.write({
  dir: `${analyzer}bundle`,
  cleanDir: true,
  // Entries and chunks lie as deep as the modules they are made of, for paths relative to these.
  entryFileNames: 'entry/[name].js',
  chunkFileNames: 'chunk/[name]-[hash].js',
});

/** Loading the parser's own modules takes longer than the native part; that part is found from the parser's package. */
const parserFromItsPackage = {
  name: 'parser-from-its-package',
  transform(code, id) {
    if (!/[\\/]oxc-parser[\\/]src-js[\\/]/.test(id)) return null;
    const here = 'createRequire(import.meta.url)';
    return code.replace(here, `createRequire(${here}.resolve('oxc-parser'))`);
  },
};

// One script, so that what V8 compiles of it can be kept in one piece; see packages/cli/src/compiled-script.ts.
const commandLine = await rolldown({
  input: `${cli}build/run.js`,
  platform: 'node',
  external: [/^@oxc-parser/, /^typescript/],
  plugins: [parserFromItsPackage],
  resolve: { ...resolve, alias: { '@tracklint/analyzer': `${analyzer}dist/index.js` } },
  onLog,
});
const dist = { dir: `${cli}dist`, format: 'cjs', comments: false };
await commandLine.write({ ...dist, cleanDir: true, entryFileNames: 'tracklint.js', codeSplitting: false });
// Nothing but ASCII, which Node reads without decoding. Without comments the rest is in literals, where an escape means the same.
const script = `${cli}dist/tracklint.js`;
const escape = (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
writeFileSync(script, readFileSync(script, 'utf8').replace(/[^\0-\x7f]/g, escape));
const start = await rolldown({ input: `${cli}build/main.js`, platform: 'node', onLog });
await start.write(dist);
// Node starts a CommonJS script sooner than a module.
writeFileSync(`${cli}dist/package.json`, '{ "type": "commonjs" }\n');
