import type { InventoryCall } from '../../review/inventory.js';
import type { ReportOptions } from '../report-options.js';

/** Each inventory format is a file that exports one of these as `render`. Ends with a line break. */
export type RenderInventory = (
  calls: readonly InventoryCall[],
  options: Pick<ReportOptions, 'color' | 'width'>,
) => string;
