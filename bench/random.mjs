/**
 * Random numbers that are the same on every machine (mulberry32), so that two people who run the benchmark measure the
 * same repository.
 * @param {number} seed
 */
export function createRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  /** @param {number} from @param {number} to Both included. */
  const integer = (from, to) => from + Math.floor(next() * (to - from + 1));
  /** @template T @param {readonly T[]} list @returns {T} */
  const pick = (list) => list[integer(0, list.length - 1)];
  return { integer, pick };
}
