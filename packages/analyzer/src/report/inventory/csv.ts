import { stringify } from 'csv-stringify/sync';
import type { InventoryCall } from '../../review/inventory.js';
import type { RenderInventory } from './inventory-options.js';

const COLUMNS: readonly (readonly [name: string, cell: (call: InventoryCall) => string])[] = [
  ['file', (call) => call.file],
  ['line', (call) => String(call.line)],
  ['column', (call) => String(call.column)],
  ['endLine', (call) => String(call.endLine)],
  ['role', (call) => call.role],
  ['kind', (call) => call.kind],
  ['method', (call) => call.method],
  ['sdk', (call) => call.sdk],
  ['event', (call) => call.event ?? ''],
  ['events', (call) => call.events.join('; ')],
  ['eventForm', (call) => call.eventForm],
  ['properties', (call) => (call.properties ?? []).map(({ name, type }) => `${name}: ${type}`).join('; ')],
  ['propertiesOpen', (call) => String(call.propertiesOpen)],
  ['distinctId', (call) => call.distinctId ?? ''],
  ['guarded', (call) => String(call.guarded)],
  ['via', (call) => call.via.join('; ')],
];

/** One row per call, RFC 4180. Cells that a spreadsheet would run as a formula are written as text. */
export const render: RenderInventory = (calls) =>
  stringify([COLUMNS.map(([name]) => name), ...calls.map((call) => COLUMNS.map(([, cell]) => cell(call)))], {
    record_delimiter: 'windows',
    escape_formulas: true,
    quoted_match: /[\r\n]/,
  });
