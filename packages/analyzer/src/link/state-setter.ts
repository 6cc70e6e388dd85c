import { alternatives } from './build-value.js';
import type { Place, Value } from './value.js';

const NAME = 'set state';

/** States are told apart by the place of the call that makes them. */
export const stateKey = (state: Place): string => `${state.file}:${state.start}`;

/**
 * The second item of `useState`: what it is called with becomes the state. It carries the key, because the place of a
 * value is that of its last mention.
 */
export const stateSetter = (state: Place): Value => ({
  kind: 'unknown',
  name: NAME,
  reason: stateKey(state),
  at: state,
});

/** Keys of the states that a callee sets. */
export function statesSetBy(callee: Value): readonly string[] {
  return alternatives(callee).flatMap((option) =>
    option.kind === 'unknown' && option.name === NAME ? [option.reason] : [],
  );
}
