import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How a process is locked in. */
export interface Sandbox {
  /** True if the operating system itself has taken the network away. */
  readonly hasNoNetwork: boolean;
  /** What to start for a script of ours. */
  command(script: string, limits: SandboxLimits): { readonly file: string; readonly args: readonly string[] };
}

export interface SandboxLimits {
  /** Of V8's heap. */
  readonly memoryMegabytes: number;
  /** Of processor time; ends also a process whose parent is gone. */
  readonly cpuSeconds: number;
  /** Besides our own code the only directory that can be read. */
  readonly readable: string;
}

const SHELL = '/bin/sh';
const UNSHARE = ['/usr/bin/unshare', '/bin/unshare'].find((file) => existsSync(file)) ?? null;
/** A user and a network of its own; neither needs a privilege where the kernel allows user namespaces. */
const UNSHARE_ARGS = ['--user', '--map-root-user', '--net', '--'];

let known: Sandbox | null = null;

/** Finds out once what this machine can do. */
export function sandbox(): Sandbox {
  known ??= openSandbox();
  return known;
}

function openSandbox(): Sandbox {
  const hasNoNetwork =
    UNSHARE !== null &&
    spawnSync(UNSHARE, [...UNSHARE_ARGS, process.execPath, '--version'], { env: {}, stdio: 'ignore' })
      .status === 0;
  const hasShell = existsSync(SHELL);
  return {
    hasNoNetwork,
    command(script, limits) {
      const node = [process.execPath, ...nodeOptions(limits), script];
      const alone = hasNoNetwork && UNSHARE !== null ? [UNSHARE, ...UNSHARE_ARGS, ...node] : node;
      if (!hasShell) return { file: alone[0] ?? '', args: alone.slice(1) };
      const limited = `ulimit -t ${Math.ceil(limits.cpuSeconds)}; ulimit -c 0; exec "$@"`;
      return { file: SHELL, args: ['-c', limited, 'sh', ...alone] };
    },
  };
}

/** https://nodejs.org/api/permissions.html: no writing, no processes, no threads, reading only where it is allowed. */
function nodeOptions({ memoryMegabytes, readable }: SandboxLimits): readonly string[] {
  const isStable = process.allowedNodeEnvironmentFlags.has('--permission');
  return [
    isStable ? '--permission' : '--experimental-permission',
    // The parser is native.
    '--allow-addons',
    ...[...ownCode(), readable].map((directory) => `--allow-fs-read=${join(directory, '*')}`),
    `--max-old-space-size=${memoryMegabytes}`,
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
