/** Orders Discord's ids by age: negative when `a` is older. Ids are decimal numbers too long for a double. */
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Discord counts its ids' milliseconds from 2015-01-01. */
const EPOCH_MS = 1_420_070_400_000;

/** When the thing with this id was made, as a message's timestamp is written. */
export const timeOf = (id: string): string => new Date(Number(BigInt(id) >> 22n) + EPOCH_MS).toISOString();
