import type { Place } from '../link/value.js';
import type { FilePath } from '../source/source.js';
import type { TypeShape } from './shape.js';

export interface TypeAvailability {
  /** False if types are missing altogether or in part: answers may then be `null` or `unknown` more often. */
  readonly ok: boolean;
  /** One sentence for the report; null if nothing is missing. */
  readonly reason: string | null;
}

/**
 * Static types on demand, for what is still open after linking. Asking costs; the linker knows the types that are
 * written down in the files it has parsed.
 */
export interface TypeOracle {
  /** What is known about the types of this tree; cheap, needs no compiler. */
  readonly available: TypeAvailability;
  /** The type of the expression at a place, or null if nothing is known. Never throws. */
  typeAt(place: Place): TypeShape | null;
  /** Says which files will be asked about, so that they are loaded in one go. Never needed for correctness. */
  expect(files: readonly FilePath[]): void;
  /** Ends the compiler's process. The oracle may be asked again and then starts a new one. */
  close(): void;
}
