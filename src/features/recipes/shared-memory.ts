/** Arrays in memory that threads share, so that handing one over takes no time, however long it is. */

/** The numbers, each from 0 to 2^32 - 1. */
export function sharedNumbers(numbers: ArrayLike<number>): Uint32Array {
  const shared = new Uint32Array(new SharedArrayBuffer(numbers.length * Uint32Array.BYTES_PER_ELEMENT));
  shared.set(numbers);
  return shared;
}

/** The numbers, each from 0 to 255. */
export function sharedBytes(numbers: ArrayLike<number>): Uint8Array {
  const shared = new Uint8Array(new SharedArrayBuffer(numbers.length));
  shared.set(numbers);
  return shared;
}

/** The numbers, whatever they are. */
export function sharedDoubles(numbers: ArrayLike<number>): Float64Array {
  const shared = new Float64Array(new SharedArrayBuffer(numbers.length * Float64Array.BYTES_PER_ELEMENT));
  shared.set(numbers);
  return shared;
}
