/**
 * Writes a repository of a given size to measure with: workspace packages with their own names, tsconfig paths, barrels,
 * React components and services, and tracking in about 2 % of the files. The same size gives the same bytes everywhere.
 *
 *   node bench/generate.mjs [--files 4000] [--directory DIR]
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { block } from './module-blocks.mjs';
import { createRandom } from './random.mjs';
import { ANALYTICS_PACKAGE, TRACKING_IMPORT, trackingBlock } from './tracking-modules.mjs';

const LINES_PER_FILE = 150;
const PACKAGES = 40;
/** Every 50th module tracks: 2 %. */
const TRACKING_EVERY = 50;
const FOLDERS = ['components', 'services', 'hooks', 'models', 'pages', 'state'];

const countLines = (text) => text.split('\n').length - 1;
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

function packageName(index) {
  return index === 0 ? 'analytics' : `feature-${String(index).padStart(2, '0')}`;
}

/** Where a generated module lies: spread evenly over packages 1…39 and their folders. */
function modulePlace(index) {
  const folder = FOLDERS[Math.floor(index / (PACKAGES - 1)) % FOLDERS.length];
  const isComponent = folder === 'components' || folder === 'pages';
  return { package: packageName(1 + (index % (PACKAGES - 1))), folder, name: `module-${index}`, isComponent };
}

function moduleText(random, index, targetLines) {
  const { isComponent } = modulePlace(index);
  const tracks = index % TRACKING_EVERY === 7;
  let text = isComponent ? `import { useCallback, useEffect, useMemo, useState } from 'react';\n` : '';
  if (tracks) text += TRACKING_IMPORT;
  if (index % 3 === 0) text += `import * as shared from '@bench/${packageName(1 + (index % 7))}';\n`;
  text += '\n';
  if (index % 3 === 0) text += `export const sharedNames = Object.keys(shared);\n\n`;
  const trackingBlocks = tracks ? random.integer(1, 4) : 0;
  for (let n = 0; n < trackingBlocks; n += 1) text += `${trackingBlock(random, n)}\n`;
  for (let n = 0, lines = countLines(text); lines < targetLines; n += 1) {
    const added = `${block(random, n, isComponent)}\n`;
    text += added;
    lines += countLines(added);
  }
  return { text, tracks };
}

function workspaceFiles() {
  const names = Array.from({ length: PACKAGES }, (_, index) => packageName(index));
  // The first half is found through tsconfig paths, the second half through package.json exports, as real workspaces mix them.
  const paths = Object.fromEntries(
    names.slice(0, PACKAGES / 2).map((name) => [`@bench/${name}`, [`./packages/${name}/src/index.ts`]]),
  );
  const files = {
    'package.json': json({ name: 'bench-workspace', private: true, workspaces: ['packages/*'] }),
    'tsconfig.base.json': json({
      compilerOptions: {
        strict: true,
        target: 'ES2022',
        module: 'ESNext',
        moduleResolution: 'Bundler',
        jsx: 'react-jsx',
        paths,
      },
    }),
    '.gitignore': 'node_modules/\ndist/\n.tracklint-cache/\n',
  };
  for (const name of names) {
    files[`packages/${name}/package.json`] = json({
      name: `@bench/${name}`,
      version: '1.0.0',
      type: 'module',
      exports: { '.': './src/index.ts' },
      ...(name === 'analytics' ? { dependencies: { 'mixpanel-browser': '^2.60.0' } } : {}),
    });
    files[`packages/${name}/tsconfig.json`] = json({ extends: '../../tsconfig.base.json', include: ['src'] });
  }
  for (const [name, text] of Object.entries(ANALYTICS_PACKAGE))
    files[`packages/analytics/src/${name}`] = text;
  return files;
}

function git(directory, ...args) {
  const identity = { NAME: 'Bench', EMAIL: 'bench@example.com', DATE: '2026-01-01T00:00:00Z' };
  const env = { ...process.env };
  for (const [key, value] of Object.entries(identity)) {
    env[`GIT_AUTHOR_${key}`] = value;
    env[`GIT_COMMITTER_${key}`] = value;
  }
  execFileSync('git', ['-c', 'commit.gpgsign=false', '-c', 'core.autocrlf=false', ...args], {
    cwd: directory,
    env,
  });
}

/**
 * @param {{ files: number, directory?: string }} options `files` counts the source files.
 * @returns {{ directory: string, files: number, lines: number, tracking: string[], silent: string[] }} `tracking` and
 *   `silent` are paths of modules that do and do not track.
 */
export function generateRepository({ files, directory = join(tmpdir(), `tracklint-bench-${files}`) }) {
  rmSync(directory, { recursive: true, force: true });
  const random = createRandom(20260101);
  const created = new Set();
  const write = (path, text) => {
    const folder = dirname(join(directory, path));
    if (!created.has(folder)) mkdirSync(folder, { recursive: true });
    created.add(folder);
    writeFileSync(join(directory, path), text);
  };

  let sources = 0;
  let lines = 0;
  const tracking = [];
  const silent = [];
  const writeSource = (path, text) => {
    write(path, text);
    sources += 1;
    lines += countLines(text);
  };
  for (const [path, text] of Object.entries(workspaceFiles())) {
    if (path.endsWith('.ts')) writeSource(path, text);
    else write(path, text);
  }
  const barrels = new Map(Array.from({ length: PACKAGES - 1 }, (_, index) => [packageName(index + 1), []]));
  const modules = files - sources - barrels.size;
  for (let index = 0; index < modules; index += 1) {
    const place = modulePlace(index);
    // Sizes vary; what earlier modules had too much is taken off the rest, so that the total comes out right. Barrels
    // have one line for each module.
    const average = (files * LINES_PER_FILE - modules - lines) / (modules - index);
    const { text, tracks } = moduleText(random, index, (average * random.integer(20, 160)) / 100);
    const path = `packages/${place.package}/src/${place.folder}/${place.name}.${place.isComponent ? 'tsx' : 'ts'}`;
    writeSource(path, text);
    (tracks ? tracking : silent).push(path);
    barrels
      .get(place.package)
      .push(`export * as module${index} from './${place.folder}/${place.name}.js';\n`);
  }
  for (const [name, exports] of barrels)
    writeSource(`packages/${name}/src/index.ts`, exports.join('') || 'export {};\n');

  git(directory, 'init', '--quiet', '--initial-branch=main');
  git(directory, 'add', '--all');
  git(directory, 'commit', '--quiet', '--message', 'Generated for measuring');
  return { directory, files: sources, lines, tracking, silent };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: { files: { type: 'string', default: '4000' }, directory: { type: 'string' } },
  });
  const { directory, files, lines, tracking } = generateRepository({
    files: Number(values.files),
    ...(values.directory ? { directory: values.directory } : {}),
  });
  console.log(`${directory}: ${files} files, ${lines} lines, ${tracking.length} modules that track`);
}
