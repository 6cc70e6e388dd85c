import { execFile } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** How a process is locked in. */
export interface Sandbox {
  /** True if the operating system itself has taken the network away. */
  readonly hasNoNetwork: boolean;
  /** What to start for a script of ours. */
  command(script: string, limits: SandboxLimits): { readonly file: string; readonly args: readonly string[] };
}

export interface SandboxLimits {
  /** Of V8's heap. */
  readonly heapMegabytes: number;
  /** Of everything that the process may ever ask for; the last resort, since memory can be taken faster than it is watched. */
  readonly dataMegabytes: number;
  /** Of processor time; ends also a process whose parent is gone. */
  readonly cpuSeconds: number;
  /** Besides our own code the only directory that can be read. */
  readonly readable: string;
}

const SHELL = '/bin/sh';
/** A user and a network of its own; neither needs a privilege where the kernel allows user namespaces. */
const NO_NETWORK = found('unshare', ['--user', '--map-root-user', '--net', '--']);
/** Ends with the process that has started it. Comes after the other, which would undo it. */
const NO_ORPHAN = found('setpriv', ['--pdeathsig', 'KILL', '--']);
/** A review can wait for the processor; the acknowledgement of a delivery cannot. */
const LOW_PRIORITY = found('nice', ['-n', '10']);

let known: Promise<Sandbox> | null = null;

/** Finds out once what this machine can do. */
export function sandbox(): Promise<Sandbox> {
  known ??= openSandbox();
  return known;
}

async function openSandbox(): Promise<Sandbox> {
  const around = await Promise.all([NO_NETWORK, LOW_PRIORITY, NO_ORPHAN].map(usable));
  const hasNoNetwork = around[0] !== undefined && around[0].length > 0;
  const hasShell = existsSync(SHELL);
  const code = ownCode();
  return {
    hasNoNetwork,
    command(script, limits) {
      const [file = '', ...args] = [...around.flat(), process.execPath, ...nodeOptions(code, limits), script];
      if (!hasShell) return { file, args };
      const limited = [
        `ulimit -t ${Math.ceil(limits.cpuSeconds)}`,
        `ulimit -d ${Math.ceil(limits.dataMegabytes) * 1_024}`,
        'ulimit -c 0',
        'exec "$@"',
      ].join('; ');
      return { file: SHELL, args: ['-c', limited, 'sh', file, ...args] };
    },
  };
}

/** A command of the system with arguments, before which another one can be put; empty where there is none. */
function found(name: string, args: readonly string[]): readonly string[] {
  const file = [`/usr/bin/${name}`, `/bin/${name}`].find((each) => existsSync(each));
  return file === undefined ? [] : [file, ...args];
}

/** @returns the command; empty if it does not work here */
async function usable(command: readonly string[]): Promise<readonly string[]> {
  const [file, ...args] = command;
  if (file === undefined) return [];
  const works = promisify(execFile)(file, [...args, process.execPath, '--version'], { env: {} });
  return works.then(
    () => command,
    () => [],
  );
}

/** https://nodejs.org/api/permissions.html: no writing, no processes, no threads, reading only where it is allowed. */
function nodeOptions(code: readonly string[], { heapMegabytes, readable }: SandboxLimits): readonly string[] {
  const isStable = process.allowedNodeEnvironmentFlags.has('--permission');
  return [
    isStable ? '--permission' : '--experimental-permission',
    // The parser is native.
    '--allow-addons',
    ...[...code, readable].map((directory) => `--allow-fs-read=${join(directory, '*')}`),
    `--max-old-space-size=${heapMegabytes}`,
    '--no-warnings',
  ];
}

/** The directories of our own code and of the packages that it is made of. */
function ownCode(): readonly string[] {
  const here = dirname(fileURLToPath(import.meta.url));
  const packages = [packageOf(here)];
  try {
    packages.push(
      packageOf(dirname(createRequire(import.meta.url).resolve('@tracklint/analyzer/package.json'))),
    );
  } catch {
    // Bundled: there is only one.
  }
  const roots = packages.map((directory) => realpathSync(directory));
  const modules = roots.flatMap((directory) => ancestors(directory).map((own) => join(own, 'node_modules')));
  return [...new Set([...roots, ...modules.filter((directory) => existsSync(directory))])];
}

const packageOf = (directory: string): string =>
  ancestors(directory).find((own) => existsSync(join(own, 'package.json'))) ?? directory;

function ancestors(directory: string): readonly string[] {
  const { root } = parse(directory);
  const found = [directory];
  for (let own = directory; own !== root; own = dirname(own)) found.push(dirname(own));
  return found;
}
