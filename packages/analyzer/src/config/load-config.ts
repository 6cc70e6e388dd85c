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
  if (file === null) return defaultConfig;
  const text = source.read(file);
  if (text === null)
    throw new ConfigError('config-unreadable', file, null, 'it is no UTF-8 text or too large.');
  const document = parseConfigDocument(file, text);
  const parsed = configFileSchema.safeParse(document.value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    if (!issue) throw new ConfigError('config-invalid', file, null, 'it is not valid.');
    const { line, reason } = explainIssue(issue, document);
    throw new ConfigError('config-invalid', file, line, reason);
  }
  const config = withDefaults(file, parsed.data);
  if (options.knownRules) checkRules(file, config.rules, document, options.knownRules);
  return config;
}

function checkRules(
  file: FilePath,
  settings: Config['rules'],
  document: ConfigDocument,
  knownRules: readonly string[],
): void {
  for (const [name, setting] of Object.entries(settings)) {
    // No rule has options yet; one that is given would be taken for obeyed.
    const [option] = Object.keys(setting?.options ?? {});
    if (knownRules.includes(name) && option === undefined) continue;
    const reason = knownRules.includes(name)
      ? `the rule "${name}" has no option "${option ?? ''}"; remove it.`
      : unknownName('rule', name, knownRules);
    throw new ConfigError('config-invalid', file, document.lineOf(['rules', name]), reason);
  }
}

function withDefaults(file: FilePath, written: ConfigFile): Config {
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
    baseline: written.baseline ?? defaultConfig.baseline,
  };
}

function ruleSetting(rule: ConfigFile['rules'][string]): Config['rules'][string] {
  if (typeof rule === 'string') return { severity: rule, options: {} };
  if (Array.isArray(rule)) return { severity: rule[0], options: rule[1] };
  return { severity: rule.severity ?? null, options: rule.options ?? {} };
}
