import type { Config } from '../config/config.js';
import type { ModuleEvaluator } from '../link/analysis.js';
import type { Value } from '../link/value.js';
import type { FilePath, Source } from '../source/source.js';
import { locatePlans, planForm } from './locate.js';
import type { Plan, PlanEvent, PlanIssue } from './plan.js';
import { PlanError } from './plan-error.js';
import type { PlanReading } from './plan-reading.js';
import { readRegistry, registryKind } from './read-registry.js';

/** Reads the tracking plan of a repository, or gives null; see `readPlan`. */
export type ReadPlan = (source: Source, config: Config, evaluator: ModuleEvaluator) => Plan | null;

/** Reads a plan that is a JSON or YAML document. */
export type ReadDocument = (file: FilePath, text: string) => Plan;

/** A reader of plans; how documents are read comes in, because that is slow to load and seldom needed. */
export function createPlanReader(readDocument: ReadDocument): ReadPlan {
  const readFile = (
    source: Source,
    path: FilePath,
    exportName: string | null,
    evaluator: ModuleEvaluator,
  ): Plan | null => {
    if (planForm(path) === 'code') return readModule(path, exportName, evaluator);
    const text = source.read(path);
    if (text !== null) return readDocument(path, text);
    throw new PlanError('plan-unreadable', `The tracking plan ${path} cannot be read as text.`, path);
  };

  return (source, config, evaluator) => {
    if (config.plan === null) {
      const plans = locatePlans(source).map((path) => readFile(source, path, null, evaluator));
      const found = plans.filter((plan) => plan !== null);
      return found.length === 0 ? null : merge(found);
    }
    const { path, export: exportName } = config.plan;
    if (!source.has(path)) {
      throw new PlanError(
        'plan-missing',
        `The tracking plan ${path} does not exist; correct "plan" in the configuration.`,
        path,
      );
    }
    const plan = readFile(source, path, exportName, evaluator);
    if (plan !== null) return merge([plan]);
    const where =
      exportName === null
        ? 'exports no registry of events'
        : `has no export "${exportName}" that is a registry of events`;
    throw new PlanError('plan-invalid', `The tracking plan ${path} ${where}.`, path);
  };
}

/** Names that say that an export is the plan, the most telling first. */
const EXPORT_NAMES: readonly RegExp[] = [
  /registry/i,
  /tracking_?plan|^plan$/i,
  /schemas?$/i,
  /^default$/,
  /events?$/i,
];

function readModule(path: FilePath, exportName: string | null, evaluator: ModuleEvaluator): Plan | null {
  const issues: PlanIssue[] = [];
  const reading: PlanReading = { evaluator, issues };
  const chosen = chooseExport(path, exportName, evaluator);
  if (chosen === null) return null;
  const events = readRegistry(chosen.value, chosen.name, reading);
  const files = new Set([path, ...events.flatMap(filesOf)]);
  return { files: [...files], events, issues };
}

const filesOf = (event: PlanEvent): readonly FilePath[] => [
  ...(event.at === null ? [] : [event.at.file]),
  ...Object.values(event.propertyPlaces).map((place) => place.file),
];

interface NamedValue {
  readonly name: string;
  readonly value: Value;
}

/** What a module exports; the members of an exported object count too (`module.exports = { REGISTRY }`). */
function exportsOf(path: FilePath, evaluator: ModuleEvaluator): readonly NamedValue[] {
  const named = evaluator.exportNames(path).flatMap((name) => {
    const value = evaluator.exported(path, name);
    return value === null ? [] : [{ name, value }];
  });
  const whole = named.find(({ name }) => name === 'default')?.value;
  const members = whole?.kind === 'object' ? whole.entries : [];
  return [
    ...named,
    ...members.flatMap((entry) =>
      entry.kind === 'property' ? [{ name: entry.key, value: entry.value }] : [],
    ),
  ];
}

/** The export that is the registry: one that holds schemas before one that only holds names, then by its name. */
function chooseExport(
  path: FilePath,
  exportName: string | null,
  evaluator: ModuleEvaluator,
): NamedValue | null {
  const candidates = exportsOf(path, evaluator)
    .filter(({ name }) => exportName === null || name === exportName)
    .flatMap((candidate) => {
      const kind = registryKind(candidate.value);
      return kind === null ? [] : [{ ...candidate, kind }];
    });
  const rank = ({ name, kind }: (typeof candidates)[number]): number => {
    const byName = EXPORT_NAMES.findIndex((pattern) => pattern.test(name));
    return (kind === 'schemas' ? 0 : 100) + (byName === -1 ? EXPORT_NAMES.length : byName);
  };
  return candidates.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1))[0] ?? null;
}

/** One plan of several files; of an event that two files have, the first one's entry counts. */
function merge(plans: readonly Plan[]): Plan {
  const events = new Map<string, PlanEvent>();
  for (const event of plans.flatMap((plan) => plan.events)) {
    if (!events.has(event.name)) events.set(event.name, event);
  }
  const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return {
    files: [...new Set(plans.flatMap((plan) => plan.files))].sort(byText),
    events: [...events.values()].sort((a, b) => byText(a.name, b.name)),
    issues: plans.flatMap((plan) => plan.issues),
  };
}
