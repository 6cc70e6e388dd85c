import type { FilePath } from '../source/source.js';

/** Facts by file and name; plain data. */
export type Facts = ReadonlyMap<FilePath, ReadonlyMap<string, unknown>>;

/**
 * What was found out about the code of a file and of what it can reach. Facts about files that no change can have
 * reached are taken over from the state before; the others are found out anew when they are asked for.
 */
export class FactStore {
  readonly #facts = new Map<FilePath, Map<string, unknown>>();

  constructor(
    private readonly earlier: Facts,
    private readonly settled: ReadonlySet<FilePath>,
  ) {}

  /** The fact of that name about a file; `compute` may rest on nothing but what the file can reach. */
  of<T>(file: FilePath, name: string, compute: () => T): T {
    const facts = this.#facts.get(file) ?? new Map<string, unknown>();
    this.#facts.set(file, facts);
    if (!facts.has(name)) {
      const before = this.settled.has(file) ? this.earlier.get(file) : undefined;
      const fact = before?.has(name) ? before.get(name) : compute();
      facts.set(name, fact);
    }
    return facts.get(name) as T;
  }

  /** The facts that were asked for; what nobody asked for is forgotten. */
  entries(): Facts {
    return this.#facts;
  }
}
