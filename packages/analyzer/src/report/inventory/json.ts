import type { RenderInventory } from './inventory-options.js';

/** The contract for programs: `schema/inventory.schema.json`. */
export const render: RenderInventory = (calls) => `${JSON.stringify({ version: 1, calls }, null, 2)}\n`;
