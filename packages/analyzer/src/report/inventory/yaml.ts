import { stringify } from 'yaml';
import type { RenderInventory } from './inventory-options.js';

/** The same value as the JSON format, for people and diffs. */
export const render: RenderInventory = (calls) =>
  stringify({ version: 1, calls }, { lineWidth: 0, aliasDuplicateObjects: false });
