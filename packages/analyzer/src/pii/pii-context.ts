import type { Config } from '../config/config.js';
import type { Place, Value } from '../link/value.js';
import type { TypeShape } from '../types/shape.js';

/** What the judge has to know about the code around a value. A `RuleContext` is one. */
export interface PiiContext {
  readonly config: Pick<Config, 'pii'>;
  /** The static type of a value, or null if nothing is known. */
  typeOf(value: Value): TypeShape | null;
  /** Source text of a place. */
  textAt(place: Place): string;
  /** True for property names that may be sent here. */
  readonly isAllowed?: (name: string) => boolean;
}
