import type { FilePath, Source } from '../source/source.js';
import type { Config } from './config.js';
import { parseConfigDocument } from './config-document.js';
import type { ConfigDocument } from './config-document.js';
import { ConfigError } from './config-error.js';
import { defaultConfig } from './defaults.js';
import { explainIssue, unknownName } from './explain-issue.js';
import { findConfigFile } from './find-config.js';
import type { LoadConfigOptions } from './find-config.js';
import { configFileSchema } from './schema.js';
import type { ConfigFile } from './schema.js';

/**
 * Reads and checks the configuration of a tree; nothing of it is run. Where start-up time counts, see
 * `loadConfigOnDemand`.
 * @throws {ConfigError} with one sentence that names file and line.
 */
export function loadConfig(source: Pick<Source, 'has' | 'read'>, options: LoadConfigOptions = {}): Config {
  const file = findConfigFile(source, options.path);
  const written = file === null ? null : readFile(source, file, options.knownRules);
  const { override } = options;
  if (!override) return written === null ? defaultConfig : withDefaults(file, written);
  const keys = check({ value: override.value, lineOf: () => null }, override.label, options.knownRules);
  return withDefaults(file, { ...(written ?? keys), ...pickWritten(keys, override.value) });
}

function readFile(
  source: Pick<Source, 'read'>,
  file: FilePath,
  knownRules: readonly string[] | undefined,
): ConfigFile {
  const text = source.read(file);
  if (text === null)
    throw new ConfigError('config-unreadable', file, null, 'it is no UTF-8 text or too large.');
  return check(parseConfigDocument(file, text), file, knownRules);
}

/** @throws {ConfigError} that calls the document by its label */
function check(
  document: ConfigDocument,
  label: string,
  knownRules: readonly string[] | undefined,
): ConfigFile {
  const parsed = configFileSchema.safeParse(document.value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    if (!issue) throw new ConfigError('config-invalid', label, null, 'it is not valid.');
    const { line, reason } = explainIssue(issue, document);
    throw new ConfigError('config-invalid', label, line, reason);
  }
  if (knownRules) checkRules(label, parsed.data.rules, document, knownRules);
  return parsed.data;
}

function checkRules(
  label: string,
  settings: ConfigFile['rules'],
  document: ConfigDocument,
  knownRules: readonly string[],
): void {
  for (const [name, setting] of Object.entries(settings)) {
    // No rule has options yet; one that is given would be taken for obeyed.
    const [option] = Object.keys(ruleSetting(setting)?.options ?? {});
    if (knownRules.includes(name) && option === undefined) continue;
    const reason = knownRules.includes(name)
      ? `the rule "${name}" has no option "${option ?? ''}"; remove it.`
      : unknownName('rule', name, knownRules);
    throw new ConfigError('config-invalid', label, document.lineOf(['rules', name]), reason);
  }
}

/** Without the defaults of keys that are not there. */
function pickWritten(checked: ConfigFile, written: unknown): Partial<ConfigFile> {
  const keys = new Set(Object.keys(written as object));
  return Object.fromEntries(Object.entries(checked).filter(([key]) => keys.has(key)));
}

function withDefaults(file: FilePath | null, written: ConfigFile): Config {
  const { plan, pii } = written;
  return {
    file,
    plan: typeof plan === 'string' ? { path: plan, export: null } : plan,
    rules: Object.fromEntries(Object.entries(written.rules).map(([name, rule]) => [name, ruleSetting(rule)])),
    ignore: written.ignore,
    pii: {
      allow: (pii?.allow ?? []).map((entry) =>
        typeof entry === 'string' ? { name: entry, methods: [], events: [] } : entry,
      ),
      categories: pii?.categories ?? [],
      neverLog: pii?.neverLog ?? defaultConfig.pii.neverLog,
    },
    distinctId: { prefixes: written.distinctId?.prefixes ?? defaultConfig.distinctId.prefixes },
    eventNames: written.eventNames ?? defaultConfig.eventNames,
    analyticsModule: written.analyticsModule,
    consent: written.consent,
    residency: written.residency,
    vendors: written.vendors,
    trackers: written.trackers,
    pullRequests: written.pullRequests ?? defaultConfig.pullRequests,
    baseline: written.baseline ?? defaultConfig.baseline,
  };
}

function ruleSetting(rule: ConfigFile['rules'][string]): Config['rules'][string] {
  if (typeof rule === 'string') return { severity: rule, options: {} };
  if (Array.isArray(rule)) return { severity: rule[0], options: rule[1] };
  return { severity: rule.severity ?? null, options: rule.options ?? {} };
}
