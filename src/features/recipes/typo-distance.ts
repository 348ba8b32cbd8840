/** Longer texts are compared by their beginning: names are at most 100 characters. */
const LONGEST = 128;
const newRow = (): Int32Array => new Int32Array(LONGEST + 1);
const rows = [newRow(), newRow(), newRow()] as const;

/** How far `typed` is from a text, and from the nearest beginning of it. */
export interface Distance {
  readonly whole: number;
  readonly prefix: number;
}

/**
 * The number of typing mistakes between two texts: a letter wrong, missing, too many, or two neighbours swapped
 * (optimal string alignment). It works in three rows that it keeps: searching makes hundreds of these calls.
 */
export function typoDistance(typed: string, name: string): Distance {
  const height = Math.min(typed.length, LONGEST);
  const width = Math.min(name.length, LONGEST);
  let [before, above, row]: readonly [Int32Array, Int32Array, Int32Array] = rows;
  for (let x = 0; x <= width; x++) above[x] = x;
  let letterBefore = -1;
  for (let y = 1; y <= height; y++) {
    const letter = typed.charCodeAt(y - 1);
    let otherBefore = -1;
    let corner = y - 1;
    let left = y;
    row[0] = y;
    for (let x = 1; x <= width; x++) {
      const other = name.charCodeAt(x - 1);
      const up = above[x] ?? 0;
      let least = letter === other ? corner : corner + 1;
      if (up < least) least = up + 1;
      if (left < least) least = left + 1;
      if (letter === otherBefore && other === letterBefore) least = Math.min(least, (before[x - 2] ?? 0) + 1);
      row[x] = least;
      left = least;
      corner = up;
      otherBefore = other;
    }
    letterBefore = letter;
    [before, above, row] = [above, row, before];
  }
  let prefix = height;
  for (let x = 0; x <= width; x++) prefix = Math.min(prefix, above[x] ?? 0);
  return { whole: above[width] ?? 0, prefix };
}
