import pc from 'picocolors';
import type { InventoryCall } from '../../review/inventory.js';
import { terminalSafe } from '../terminal-safe.js';
import { wrapText } from '../terminal-text.js';
import type { RenderInventory } from './inventory-options.js';

type Colors = ReturnType<typeof pc.createColors>;

/** The calls by file, each with its event, what it carries and how it gets to the SDK. */
export const render: RenderInventory = (calls, options) => {
  const colors = pc.createColors(options.color);
  const width = Math.min(140, Math.max(30, options.width));
  const files = new Map<string, InventoryCall[]>();
  for (const call of calls) files.set(call.file, [...(files.get(call.file) ?? []), call]);
  const sections = [...files].map(
    ([file, inFile]) =>
      `${colors.underline(terminalSafe(file))}\n${inFile.map((call) => prettyCall(call, colors, width)).join('')}\n`,
  );
  const events = new Set(calls.flatMap((call) => call.events));
  return `${sections.join('')}${colors.bold(`${calls.length} tracking calls`)}, ${events.size} events, ${files.size} files\n`;
};

function prettyCall(call: InventoryCall, colors: Colors, width: number): string {
  const place = `${call.line}:${call.column}`.padStart(8);
  const indent = { first: `${colors.dim(place)}  `, rest: ' '.repeat(10) };
  const under = { first: ' '.repeat(10), rest: ' '.repeat(12) };
  const role = call.role === 'call' ? '' : ` ${colors.dim(call.role)}`;
  const head = `${colors.cyan(call.kind)} ${describeEvent(call, colors)}${role}`;
  const properties = describeProperties(call);
  return [
    wrapText(head, width, indent),
    properties === '' ? '' : wrapText(colors.dim(terminalSafe(properties)), width, under),
    call.via.length === 0
      ? ''
      : wrapText(colors.dim(`via ${terminalSafe(call.via.join(' → '))}`), width, under),
  ].join('');
}

function describeEvent({ kind, method, event, events, eventForm }: InventoryCall, colors: Colors): string {
  if (event !== null) return colors.bold(terminalSafe(event));
  if (events.length > 0) return colors.bold(terminalSafe(events.join(' | ')));
  const carriesEvent =
    kind === 'track' || kind === 'import' || kind === 'time_event' || kind === 'track_links';
  return carriesEvent ? colors.yellow(`(${eventForm} name)`) : colors.dim(terminalSafe(method));
}

function describeProperties({ properties, propertiesOpen }: InventoryCall): string {
  const known = (properties ?? []).map(({ name, type }) => (type === 'unknown' ? name : `${name}: ${type}`));
  return [...known, ...(propertiesOpen ? ['…'] : [])].join(', ');
}
