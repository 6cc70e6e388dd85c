import type { Config } from '../config/config.js';
import type { CallContext, SdkInit, TrackingCall } from '../link/call.js';
import type { Place, Value } from '../link/value.js';
import type { Plan } from '../plan/plan.js';
import type { FilePath } from '../source/source.js';
import type { TypeShape } from '../types/shape.js';

export type Severity = 'P0' | 'P1' | 'P2' | 'P3';

export type Category =
  | 'PII Protection'
  | 'Event Registration'
  | 'Schema Design'
  | 'Service Patterns'
  | 'Identity'
  | 'Test Coverage'
  | 'Naming and Time';

/** A replacement of text in one file. Offsets as in `Place`. */
export interface TextEdit {
  readonly at: Place;
  readonly text: string;
}

/** One way to repair a problem. */
export interface Edit {
  /** Imperative, without a full stop: `Send user.id instead`. */
  readonly title: string;
  /** True only if the edit cannot change what the program does apart from what is sent; `--fix` applies only these. */
  readonly isSafe: boolean;
  readonly changes: readonly TextEdit[];
}

/** What a rule found at one place. Hosts turn it into a lint message, a finding or an annotation. */
export interface Problem {
  /** Key of `meta.messages`. */
  readonly messageId: string;
  /** Fills the `{{placeholders}}`; never holds a personal value. */
  readonly data?: Readonly<Record<string, string>>;
  readonly at: Place;
  readonly call?: TrackingCall;
  readonly event?: string | null;
  readonly property?: string | null;
  /** When it differs from the rule's default, for example by category of personal data. */
  readonly severity?: Severity;
  /** Steps that led to the verdict, for `explain` and reports; no personal values. */
  readonly evidence?: readonly string[];
  readonly edits?: readonly Edit[];
  /** Category of personal data, for reports that aggregate. */
  readonly piiCategory?: string;
}

export interface RuleMessage {
  /** What is wrong and why it matters. One or two sentences. */
  readonly message: string;
  /** What to do. One sentence. */
  readonly fix: string;
}

export interface RuleMeta {
  readonly severity: Severity;
  readonly category: Category;
  /** `call`, `plan`: the editor shows it; `project`: command line and bot only. */
  readonly where: readonly ('call' | 'plan' | 'project')[];
  /** One sentence, present tense, for the rule tables. */
  readonly summary: string;
  readonly messages: Readonly<Record<string, RuleMessage>>;
  /** Off without a tracking plan. */
  readonly needsPlan?: boolean;
  /** Off until the configuration turns it on (by what it says, see the rule's page). */
  readonly isEnabled?: (config: Config) => boolean;
  readonly hasSuggestions?: boolean;
  readonly isFixable?: boolean;
}

/** One rule is one file that exports one of these. `check…` functions are pure. */
export interface Rule {
  readonly name: string;
  readonly meta: RuleMeta;
  readonly checkCall?: (call: TrackingCall, context: RuleContext) => readonly Problem[];
  readonly checkInit?: (init: SdkInit, context: RuleContext) => readonly Problem[];
  readonly checkPlan?: (plan: Plan, context: RuleContext) => readonly Problem[];
  readonly checkProject?: (project: Project, context: RuleContext) => readonly Problem[];
}

export interface Project {
  /** All tracking calls, sorted by file and place. */
  readonly calls: readonly TrackingCall[];
  readonly inits: readonly SdkInit[];
}

/** A call of any kind in the reviewed code, resolved as far as possible. */
export interface CodeCall {
  readonly at: Place;
  /** Source text of the callee: `console.log`. */
  readonly calleeText: string;
  readonly callee: Value;
  readonly args: readonly Value[];
  readonly context: CallContext;
}

/** Facts about code around tracking calls. */
export interface CodeIndex {
  /** Calls in a function (by entity key) and the functions nested in it; `null` with a file: at module level. */
  callsIn(fn: string): readonly CodeCall[];
  /** Entity keys from the function itself outwards: innermost first. */
  enclosing(fn: string): readonly string[];
  /** What files that mention a tracker import from outside the repository, as they write it; sorted. */
  readonly packages: readonly string[];
  /** Every file that mentions a tracker, sorted. For `checkProject` alone: what a call is judged by must be near it. */
  files(): readonly FilePath[];
  /** Facts of one parsed file, or null. */
  file(path: FilePath): CodeFile | null;
}

export interface CodeFile {
  readonly path: FilePath;
  readonly text: string;
  readonly hasUseClient: boolean;
  /** Specifiers of all static imports. */
  readonly imports: readonly string[];
  /** String literals of the file that are not import specifiers, for comparisons with constants. */
  readonly moduleCalls: readonly CodeCall[];
}

export interface RuleContext {
  readonly config: Config;
  readonly plan: Plan | null;
  readonly project: Project;
  readonly code: CodeIndex;
  /** The static type of a value, or null if nothing is known. */
  typeOf(value: Value): TypeShape | null;
  /** Source text of a place. */
  textAt(place: Place): string;
  /** 1-based line of a place's start. */
  lineAt(place: Place): number;
  /**
   * A fact about a file that rests on nothing but the code that the file can reach, the plan and the packages, so that
   * it is kept until these change. Plain data; `name` tells it from all other facts of the file.
   */
  fact<T>(file: FilePath, name: string, compute: () => T): T;
  /** Options for this rule from the configuration; `{}` if none. */
  readonly options: Readonly<Record<string, unknown>>;
}
