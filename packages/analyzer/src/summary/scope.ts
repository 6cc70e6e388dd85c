/** Lexical scopes while one module is summarised: names to binding indices. */
export class Scope {
  readonly #names = new Map<string, number>();

  constructor(
    readonly parent: Scope | null,
    /** The function whose body this scope belongs to. */
    readonly fn: number,
    /** True for the scope that `var` declarations of the function land in. */
    readonly isFunctionScope: boolean,
  ) {}

  declare(name: string, binding: number): void {
    this.#names.set(name, binding);
  }

  own(name: string): number | undefined {
    return this.#names.get(name);
  }

  lookup(name: string): number | null {
    for (let scope: Scope | null = this; scope; scope = scope.parent) {
      const found = scope.#names.get(name);
      if (found !== undefined) return found;
    }
    return null;
  }

  /** The nearest scope that `var` declarations belong to. */
  get variableScope(): Scope {
    let scope: Scope = this;
    while (!scope.isFunctionScope && scope.parent) scope = scope.parent;
    return scope;
  }
}
