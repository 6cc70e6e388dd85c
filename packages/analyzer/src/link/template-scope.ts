import { isNullish } from './build-value.js';
import type { Evaluator } from './evaluator.js';
import type { Module } from './module-graph.js';
import type { Place, Value } from './value.js';

/** True if an offset of a component file is in its markup, not in a script. */
export function isInMarkup(module: Module, offset: number): boolean {
  if (!module.file.endsWith('.vue')) return false;
  const opened = module.text.lastIndexOf('<script', offset);
  return opened < 0 || module.text.lastIndexOf('</script', offset) > opened;
}

/** A name in the markup that the script does not declare is a member of the component: a method, `$mixpanel`. */
export function markupName(ev: Evaluator, module: Module, name: string, at: Place): Value | null {
  const component = ev.exported(module.file, 'default');
  const open: Value =
    component?.kind === 'object'
      ? { ...component, open: true }
      : { kind: 'object', entries: [], open: true, at };
  const member = ev.member(open, name, at);
  return isNullish(member) ? null : member;
}
