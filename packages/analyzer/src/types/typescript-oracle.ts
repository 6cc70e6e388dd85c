import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
import type { API, Project, Snapshot, Symbol as TypeSymbol } from 'typescript/unstable/sync';
import type { FolderPath } from '../link/modules/path.js';
import type { Place } from '../link/value.js';
import type { FilePath, Source } from '../source/source.js';
import { loadCompiler } from './compiler-api.js';
import type { Compiler } from './compiler-api.js';
import { createCompilerFiles } from './compiler-files.js';
import type { CompilerFiles } from './compiler-files.js';
import { FIXED_OPTIONS, createCompilerOptionsReader } from './compiler-options.js';
import { findNode } from './find-node.js';
import { shapeOfType } from './shape-of-type.js';
import type { TypeShape } from './shape.js';
import { typeAvailability } from './type-availability.js';
import type { TypeAvailability, TypeOracle } from './type-oracle.js';

/** Stands for the root of a tree that is not on disk. */
const NO_DISK_ROOT = '/tracklint-tree';
const CONFIG_NAME = '.tracklint-types.json';
const UI_PACKAGE =
  /\/node_modules\/(?:@types\/)?(?:react|react-dom|react-native|preact|vue|@vue\/[^/]+|svelte|solid-js|csstype|node)\//;

/** A process that is asked nothing for so long is ended; the next question starts another. Milliseconds. */
const IDLE_TIME = 20_000;

interface Session {
  readonly compiler: Compiler;
  readonly files: CompilerFiles;
  readonly api: API;
  readonly idle: NodeJS.Timeout;
  snapshot: Snapshot;
}

/**
 * Types from the TypeScript compiler, started when it is first asked. It sees the files of the source, and installed
 * packages below its directory; tsconfig files are read as data, nothing is emitted and no plugin is loaded.
 */
export function createTypeScriptOracle(source: Source): TypeOracle {
  const root = source.directory ?? null;
  const base = root === null ? NO_DISK_ROOT : realpathSync(root).replaceAll(sep, '/');
  const options = createCompilerOptionsReader(source);
  const projects = new Map<FolderPath, Set<FilePath>>();
  const answers = new Map<string, TypeShape | null>();
  const stale = new Set<FolderPath>();
  let session: Session | null = null;
  let failure: string | null = null;
  let availability: TypeAvailability | null = null;

  const configOf = (project: FolderPath): string =>
    [base, project, CONFIG_NAME].filter((part) => part !== '').join('/');

  const expect = (paths: readonly FilePath[]): void => {
    for (const path of paths) {
      if (!source.has(path)) continue;
      const project = options.projectOf(path);
      const files = projects.get(project);
      if (files?.has(path)) continue;
      if (files) files.add(path);
      else projects.set(project, new Set([...options.declarationsOf(project), path]));
      stale.add(project);
    }
  };

  const start = (): Session => {
    const compiler = loadCompiler();
    const files = createCompilerFiles(source, base, compiler.libraryFolder);
    const api = new compiler.api.API({ cwd: root === null ? process.cwd() : base, fs: files.fileSystem });
    const idle = setTimeout(close, IDLE_TIME).unref();
    return { compiler, files, api, idle, snapshot: api.updateSnapshot({}) };
  };

  const close = (): void => {
    if (session) {
      clearTimeout(session.idle);
      session.api.close();
    }
    session = null;
    for (const project of projects.keys()) stale.add(project);
  };

  /** The project of a file, with the file in it; many are there already because others import them. */
  const projectFor = (path: FilePath, current: Session): Project | null => {
    const config = configOf(options.projectOf(path));
    const loaded = stale.size > 0 ? undefined : current.snapshot.getProject(config);
    if (loaded?.program.getSourceFile(current.files.toAbsolute(path))) return loaded;
    expect([path]);
    update(current);
    return current.snapshot.getProject(config) ?? null;
  };

  const update = (current: Session): void => {
    if (stale.size === 0) return;
    const configs = [...stale].map((project) => {
      const config = configOf(project);
      current.files.place(config, configText(current.files, project));
      return config;
    });
    const before = current.snapshot;
    current.snapshot = current.api.updateSnapshot({
      openProjects: configs,
      fileChanges: { changed: configs },
    });
    before.dispose();
    stale.clear();
  };

  const configText = (files: CompilerFiles, project: FolderPath): string => {
    const paths = Object.entries(options.pathsOf(project)).map(([pattern, targets]) => [
      pattern,
      targets.map((target) => `${base}/${target}`),
    ]);
    const compilerOptions = {
      ...FIXED_OPTIONS,
      paths: Object.fromEntries(paths) as Record<string, string[]>,
    };
    return JSON.stringify({
      compilerOptions,
      files: [...(projects.get(project) ?? [])].map(files.toAbsolute),
    });
  };

  const ask = ({ file, start: from, end }: Place): TypeShape | null => {
    session ??= start();
    session.idle.refresh();
    const { files, compiler } = session;
    const project = projectFor(file, session);
    if (!project) return null;
    const tree = project.program.getSourceFile(files.toAbsolute(file));
    const node = tree && findNode(tree, from, end);
    const type = node && project.checker.getTypeAtLocation(node);
    if (!type) return null;
    const shape = shapeOfType(compiler.api, project.checker, declarationsIn(files, compiler, project), type);
    return shape.kind === 'unknown' ? null : shape;
  };

  return {
    get available() {
      if (failure !== null) return { ok: false, reason: failure };
      return (availability ??= typeAvailability(source));
    },
    expect,
    typeAt(place) {
      if (failure !== null || !source.has(place.file)) return null;
      const key = `${place.file}\0${place.start}\0${place.end}`;
      let answer = answers.get(key);
      if (answer === undefined) {
        try {
          answer = ask(place);
        } catch (error) {
          const detail = error instanceof Error ? error.message.split('\n')[0] : String(error);
          failure = `The TypeScript compiler cannot be used here (${detail}), so types are left out.`;
          close();
          answer = null;
        }
        answers.set(key, answer);
      }
      return answer;
    },
    close,
  };
}

function declarationsIn(files: CompilerFiles, { libraryFolder }: Compiler, project: Project) {
  const pathOf = (symbol: TypeSymbol): string | undefined => symbol.declarations[0]?.path;
  return {
    isForeign: (symbol: TypeSymbol): boolean => {
      const path = pathOf(symbol);
      return (
        path !== undefined &&
        (path.toLowerCase().startsWith(libraryFolder.toLowerCase()) || UI_PACKAGE.test(path))
      );
    },
    placeOf(symbol: TypeSymbol): Place | null {
      const handle = symbol.valueDeclaration ?? symbol.declarations[0];
      const file = handle && files.toFile(handle.path);
      if (!handle || file === null || file === undefined) return null;
      const node = handle.resolve(project);
      const tree = node?.getSourceFile();
      return node && tree ? { file, start: node.getStart(tree), end: node.end } : null;
    },
  };
}
