import type { PropertyFlow } from '../../link/call.js';
import type { Edit, RuleContext } from '../rule.js';
import { keyText } from './text-edits.js';

/** Renames a property where it is written; a shorthand keeps its variable. Never safe: reports read the old name. */
export function renamePropertyEdit(flow: PropertyFlow, name: string, context: RuleContext): Edit {
  const key = context.textAt(flow.keyAt);
  const isShorthand = context.textAt(flow.at) === key;
  const text = isShorthand ? `${keyText(name)}: ${key}` : keyText(name, key);
  return { title: `Rename the property to "${name}"`, isSafe: false, changes: [{ at: flow.keyAt, text }] };
}
