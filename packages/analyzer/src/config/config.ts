import type { Severity } from '../rules/rule.js';

/** The configuration with defaults applied. `tracklint.config.json(c)` or YAML; see `schema.ts` for the file's form. */
export interface Config {
  /** Where it was read from; null when the repository has none. */
  readonly file: string | null;
  /** Path of the tracking plan (a TypeScript registry, JSON or YAML), relative to the root; null: no plan. */
  readonly plan: { readonly path: string; readonly export: string | null } | null;
  readonly rules: Readonly<
    Record<
      string,
      { readonly severity: Severity | 'off' | null; readonly options: Readonly<Record<string, unknown>> }
    >
  >;
  /** Globs of files that are not reviewed, in addition to `.gitignore`. */
  readonly ignore: readonly string[];
  readonly pii: {
    readonly allow: readonly {
      readonly name: string;
      readonly methods: readonly string[];
      readonly events: readonly string[];
    }[];
    readonly categories: readonly {
      readonly name: string;
      readonly severity: Severity;
      readonly words: readonly string[];
      readonly pattern: string | null;
    }[];
    /** Allowed in events, never in logs. */
    readonly neverLog: readonly string[];
  };
  readonly distinctId: { readonly prefixes: readonly string[] };
  readonly eventNames: { readonly pattern: string | null; readonly prefix: string | null };
  /** Path or glob of the module that alone may call the SDK; turns on `no-direct-sdk`. */
  readonly analyticsModule: string | null;
  readonly consent: 'required' | 'not-required';
  readonly residency: 'us' | 'eu' | 'in' | null;
  /** Vendors whose SDKs are looked for. */
  readonly vendors: readonly ('mixpanel' | 'segment')[];
  /** Extra trackers that inference cannot see: `{ module, name, method }`. */
  readonly trackers: readonly { readonly module: string; readonly name: string; readonly method: string }[];
  /** How the bot treats pull requests. */
  readonly pullRequests: {
    /** The mildest severity that fails the check. */
    readonly failOn: Severity | 'never';
    readonly drafts: 'review' | 'skip';
    /** `gate`: a suppression comment that a pull request adds counts only once someone waives the finding. */
    readonly suppressions: 'gate' | 'accept';
    /** 0–30. */
    readonly inlineComments: number;
  };
  readonly baseline: string;
}
