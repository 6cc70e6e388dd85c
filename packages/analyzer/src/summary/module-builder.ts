import type {
  Assignment,
  Binding,
  ClassMember,
  ClassSummary,
  ExportEntry,
  FunctionSummary,
  ImportEdge,
  MemberWrite,
  ModuleSummary,
  OuterWrite,
  Site,
  TypeDeclaration,
} from './summary.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

export type BindingDraft = Mutable<Binding>;
export type FunctionDraft = Mutable<FunctionSummary>;
export type ClassDraft = Mutable<ClassSummary>;

/** Collects the tables of one summary. Indices are handed out in order, so the result depends on the text alone. */
export class ModuleBuilder {
  readonly imports: ImportEdge[] = [];
  readonly exports: ExportEntry[] = [];
  readonly bindings: BindingDraft[] = [];
  readonly functions: FunctionDraft[] = [];
  readonly classes: ClassDraft[] = [];
  readonly sites: (Site | null)[] = [];
  readonly outerWrites: OuterWrite[] = [];
  readonly types: TypeDeclaration[] = [];
  hasUseClient = false;

  addBinding(
    binding: Omit<BindingDraft, 'values' | 'writes' | 'type' | 'from'> & Partial<BindingDraft>,
  ): number {
    this.bindings.push({ values: [], writes: [], type: null, from: null, ...binding });
    return this.bindings.length - 1;
  }

  assign(binding: number, assignment: Assignment): void {
    this.bindings[binding]?.values.push(assignment);
  }

  write(binding: number, write: MemberWrite): void {
    this.bindings[binding]?.writes.push(write);
  }

  addFunction(fn: FunctionDraft): number {
    this.functions.push(fn);
    return this.functions.length - 1;
  }

  addClass(cls: ClassDraft): number {
    this.classes.push(cls);
    return this.classes.length - 1;
  }

  addMember(cls: number, member: ClassMember): void {
    this.classes[cls]?.members.push(member);
  }

  /** Sites get their index before their arguments are lowered, so that outer calls come before inner ones. */
  reserveSite(): number {
    this.sites.push(null);
    return this.sites.length - 1;
  }

  fillSite(index: number, site: Site): void {
    this.sites[index] = site;
  }

  finish(): ModuleSummary {
    return {
      imports: this.imports,
      exports: this.exports,
      bindings: this.bindings,
      functions: this.functions,
      classes: this.classes,
      sites: this.sites.filter((site) => site !== null),
      outerWrites: this.outerWrites,
      types: this.types,
      hasUseClient: this.hasUseClient,
    };
  }
}
