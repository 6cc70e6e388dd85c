import { z } from 'zod';

const objectId = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const snapshot = z.object({
  commit: objectId,
  files: z.array(z.object({ path: z.string(), blob: objectId })).readonly(),
});

/** What the analysis process is told, on its standard input, as JSON. */
export const analysisInput = z.object({
  head: snapshot,
  /** The merge base; null: everything in the head counts, not only what a change causes. */
  base: snapshot.nullable(),
  /** The tip of the base branch. Configuration and baseline come from here, so that no pull request can change them. */
  policy: snapshot,
  /** Absolute path of the blob store. */
  blobs: z.string(),
  /** Name of the head branch, for the report. */
  branch: z.string().nullable(),
  /** YYYY-MM-DD, for the report. */
  date: z.string(),
  /** Whether the answer has to hold the findings as SARIF too. */
  sarif: z.boolean().default(false),
});

export type AnalysisInput = Readonly<z.input<typeof analysisInput>>;
