/** Arrays in memory that threads share, so that handing one over takes no time, however long it is. */

/** The numbers, each from 0 to 2^32 - 1; given how many, so many zeros. */
export function sharedNumbers(numbers: readonly number[] | number): Uint32Array {
  const length = typeof numbers === "number" ? numbers : numbers.length;
  const shared = new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT));
  if (typeof numbers !== "number") shared.set(numbers);
  return shared;
}

/** So many zeros, each to be a number from 0 to 255. */
export const sharedBytes = (length: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(length));

/** The numbers, whatever they are. */
export function sharedDoubles(numbers: readonly number[]): Float64Array {
  const shared = new Float64Array(new SharedArrayBuffer(numbers.length * Float64Array.BYTES_PER_ELEMENT));
  shared.set(numbers);
  return shared;
}
