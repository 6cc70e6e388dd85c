import type { FilePath } from '../source/source.js';
import { unknown } from './build-value.js';
import type { Evaluator } from './evaluator.js';
import { makeObject } from './normal-form.js';
import type { ObjectEntry, Place, Value } from './value.js';

/** What crosses module borders: imports and exports as values. */

export function importValue(
  ev: Evaluator,
  from: FilePath,
  specifier: string,
  imported: string,
  at: Place,
): Value {
  const target = ev.graph.resolve(from, specifier);
  if (target.kind === 'file') {
    if (imported === '*') return { kind: 'namespace', file: target.path, at };
    if (imported === '=')
      return ev.exported(target.path, '=') ?? { kind: 'namespace', file: target.path, at };
    return ev.exported(target.path, imported) ?? unknown('not exported', at, imported);
  }
  if (target.kind === 'missing')
    return {
      kind: 'external',
      package: specifier,
      path: imported === '*' || imported === '=' ? [] : [imported],
      at,
    };
  const path = imported === '*' || imported === '=' ? [] : [imported];
  const last = target.subpath.split('/').at(-1) ?? '';
  const isSdk = ev.sdks.ofPackage(target.name) !== null;
  // `lodash/debounce` exports one function by default, under the name of the file.
  return ev.externalValue(target.name, imported === 'default' && last !== '' && !isSdk ? [last] : path, at);
}

/** What the configuration says about an export of a file or package. */
export function declaredTracker(ev: Evaluator, module: string, name: string, at: Place): Value | null {
  const declared = ev.sdks.declared(module, name);
  const [adapter] = ev.sdks.adapters;
  if (!adapter || declared.length === 0) return null;
  const whole = declared.find(({ members }) => members.length === 0);
  if (whole) return { kind: 'sdk', sdk: adapter.id, path: whole.method, at };
  const entries = declared.map(({ members, method }): ObjectEntry => {
    const [first = '', ...rest] = members;
    const end: Value = { kind: 'sdk', sdk: adapter.id, path: method, at };
    return property(
      first,
      rest.reduceRight<Value>((value, key) => makeObject([property(key, value)], at, true), end),
    );
  });
  return makeObject(entries, at, true);
}

const property = (key: string, value: Value): ObjectEntry => ({
  kind: 'property',
  key,
  value,
  at: value.at,
  keyAt: value.at,
  optional: false,
});

export function evaluateExport(ev: Evaluator, file: FilePath, name: string, at: Place): Value | null {
  const declared = declaredTracker(ev, file, name, at);
  if (declared) return declared;
  const module = ev.graph.load(file);
  if (!module) return null;
  const { exports } = module.summary;
  const whole = exports.find((entry) => entry.kind === 'assignment');
  if (name === '=') return whole?.kind === 'assignment' ? ev.expression(module, whole.value) : null;
  for (const entry of exports) {
    if (entry.kind === 'all' || entry.kind === 'assignment' || entry.name !== name) continue;
    if (entry.kind === 'local') return ev.bindingValue(module, entry.binding, module.text.length + 1);
    if (entry.kind === 'expression') return ev.expression(module, entry.value);
    return importValue(ev, file, entry.specifier, entry.imported, at);
  }
  if (whole?.kind === 'assignment') {
    const value = ev.expression(module, whole.value);
    return name === 'default' ? value : ev.member(value, name, at);
  }
  for (const entry of exports) {
    if (entry.kind !== 'all' || name === 'default') continue;
    const target = ev.graph.resolve(file, entry.specifier);
    if (target.kind === 'file') {
      const found = ev.exported(target.path, name);
      if (found) return found;
    } else if (target.kind === 'package') return ev.externalValue(target.name, [name], at);
  }
  return null;
}
