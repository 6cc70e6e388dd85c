/**
 * Makes what a release of the GitHub Action consists of: action.yml, and everything that it runs without `npm install`.
 * Nothing is minified, so that a release can be read and compared with its sources. What is native, or loaded on demand in
 * a way that a bundler cannot see, lies beside it in a `node_modules` of its own.
 *
 *   node scripts/bundle-action.mjs [--out DIRECTORY] [--all-platforms]
 *
 * Without --all-platforms only the parser of this machine is in it, from node_modules; the others come from the registry and
 * are compared with package-lock.json. After the compiler.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';

/** What GitHub's hosted runners are; a container with musl is not among them. */
const PLATFORMS = ['linux-x64-gnu', 'linux-arm64-gnu', 'darwin-arm64', 'win32-x64-msvc'];

const root = fileURLToPath(new URL('../', import.meta.url));
const bot = join(root, 'packages/review-bot');
const analyzer = join(root, 'packages/analyzer');
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(bot, 'bundle') },
    'all-platforms': { type: 'boolean', default: false },
  },
});
const release = values.out;
const code = join(release, 'action');
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

async function bundleCode() {
  const bundle = await rolldown({
    input: { index: join(bot, 'dist/action-main.js'), worker: join(bot, 'dist/analysis/worker.js') },
    platform: 'node',
    // The compiler is for types, which a review of a pull request does without.
    external: [/^oxc-parser/, /^typescript/],
    resolve: {
      alias: { '@tracklint/analyzer': join(analyzer, 'dist/index.js') },
      // The other form of some packages loads its parts in a way that a bundler cannot see.
      mainFields: ['module', 'main'],
    },
    onLog(level, log) {
      throw new Error(`${level}: ${log.message}`);
    },
  });
  // All in one directory: the modules look for the worker and for package.json beside themselves.
  const { output } = await bundle.write({ dir: code, chunkFileNames: '[name]-[hash].js' });
  return output.flatMap(({ moduleIds = [] }) => moduleIds);
}

/** Copies a package as it is installed, without what does not run. */
function copyPackage(name, from) {
  cpSync(from, join(code, 'node_modules', name), {
    recursive: true,
    filter: (file) =>
      !/\.(?:d\.[mc]?ts|md|wasm|map|umd\.js)$|\/node_modules\/.*\/node_modules|workerd/.test(
        file.slice(from.length - 1),
      ),
  });
}

function packageDirectory(name, from) {
  const paths = createRequire(join(from, 'package.json')).resolve.paths(name);
  return paths.map((path) => join(path, name)).find((path) => existsSync(join(path, 'package.json')));
}

/** The registry's archive of a version, if it is what package-lock.json says it is. */
function downloadPackage(name, version) {
  const temporary = mkdtempSync(join(tmpdir(), 'tracklint-bundle-'));
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['pack', `${name}@${version}`, '--json', '--ignore-scripts', '--pack-destination', temporary];
  execFileSync(npm, args, { cwd: temporary, stdio: ['ignore', 'pipe', 'inherit'] });
  const archive = readdirSync(temporary).find((file) => file.endsWith('.tgz'));
  const integrity = `sha512-${createHash('sha512')
    .update(readFileSync(join(temporary, archive)))
    .digest('base64')}`;
  if (!lockedIntegrities(name, version).has(integrity))
    throw new Error(`${name}@${version} is not what package-lock.json says it is.`);
  execFileSync('tar', ['-xzf', archive], { cwd: temporary });
  return { directory: join(temporary, 'package'), remove: () => rmSync(temporary, { recursive: true }) };
}

function lockedIntegrities(name, version) {
  const { packages } = readJson(join(root, 'package-lock.json'));
  const found = Object.entries(packages).filter(
    ([path, entry]) => path.endsWith(`node_modules/${name}`) && entry.version === version,
  );
  return new Set(found.map(([, { integrity }]) => integrity));
}

/** The native parts of the parser. */
function copyBindings(parser) {
  const { version } = readJson(join(parser, 'package.json'));
  for (const platform of PLATFORMS) {
    const name = `@oxc-parser/binding-${platform}`;
    const installed = packageDirectory(name, parser);
    if (installed && readJson(join(installed, 'package.json')).version === version) {
      copyPackage(name, installed);
    } else if (values['all-platforms']) {
      const { directory, remove } = downloadPackage(name, version);
      copyPackage(name, directory);
      remove();
    }
  }
}

/** The licences of everything that is in the bundle, as most of them ask for. */
function writeLicenses(modules) {
  const packages = new Set(
    modules.flatMap(
      (id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id.replaceAll('\\', '/'))?.[0] ?? [],
    ),
  );
  const texts = [...packages].sort().map((directory) => {
    const { name, version, license } = readJson(join(directory, 'package.json'));
    const file = readdirSync(directory).find((own) => /^licen[cs]e/i.test(own));
    const text = file ? readFileSync(join(directory, file), 'utf8').trim() : `License: ${license}`;
    return `${name} ${version}\n\n${text}\n`;
  });
  writeFileSync(join(code, 'THIRD-PARTY-LICENSES.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`));
}

rmSync(release, { recursive: true, force: true });
mkdirSync(code, { recursive: true });
const modules = await bundleCode();
const parser = packageDirectory('oxc-parser', analyzer);
const re2 = packageDirectory('re2js', analyzer);
copyPackage('oxc-parser', parser);
copyPackage('re2js', re2);
copyBindings(parser);
writeLicenses([...modules, join(parser, 'index.js'), join(re2, 'index.js')]);
const { name, version, license } = readJson(join(bot, 'package.json'));
writeFileSync(
  join(code, 'package.json'),
  `${JSON.stringify({ name, version, license, private: true, type: 'module' }, null, 2)}\n`,
);
cpSync(join(bot, 'action.yml'), join(release, 'action.yml'));
cpSync(join(root, 'LICENSE'), join(release, 'LICENSE'));
cpSync(join(root, 'docs/github-action.md'), join(release, 'README.md'));
