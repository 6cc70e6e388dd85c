import { analyzeState, buildInventory, renderInventory } from '@tracklint/analyzer';
import type { InventoryFormat } from '@tracklint/analyzer';
import { paperFor, writeReport } from '../output.js';
import { createPathFilter } from '../path-filter.js';
import { EXIT } from '../exit-code.js';
import type { ExitCode } from '../exit-code.js';
import { openWorkspace } from '../workspace.js';

export interface InventoryOptions {
  readonly format: InventoryFormat;
  readonly output?: string;
  readonly types: boolean;
  readonly cache: boolean;
}

/** Lists every tracking call of the working tree. */
export async function inventory(paths: readonly string[], options: InventoryOptions): Promise<ExitCode> {
  const workspace = await openWorkspace(options);
  const { root, directory, scope, config, engine, records } = workspace;
  const isWanted = createPathFilter(paths, { root, directory, source: scope.head });
  const analysis = analyzeState(
    scope.head,
    config,
    engine,
    records?.load('tree', config, engine)?.state ?? null,
  );
  engine.summaries?.save();
  const calls = buildInventory(analysis).filter(({ file }) => isWanted(file));
  workspace.clearProgress();
  await writeReport(await renderInventory(options.format, calls, paperFor(options.output)), options.output);
  return EXIT.clean;
}
