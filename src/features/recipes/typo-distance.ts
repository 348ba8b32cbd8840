/** Longer texts are compared by their beginning: names are at most 100 characters. */
const LONGEST = 128;
const WIDTH = LONGEST + 1;
const rows: readonly [Uint8Array, Uint8Array, Uint8Array] = [new Uint8Array(WIDTH), new Uint8Array(WIDTH), new Uint8Array(WIDTH)];

/** How far `typed` is from a text, and from the nearest beginning of it. */
export interface Distance {
  readonly whole: number;
  readonly prefix: number;
}

/**
 * The number of typing mistakes between two texts: a letter wrong, missing, too many, or two neighbours swapped
 * (optimal string alignment). Not re-entrant: it reuses its rows.
 */
export function typoDistance(typed: string, name: string): Distance {
  const height = Math.min(typed.length, LONGEST);
  const width = Math.min(name.length, LONGEST);
  let [before, above, row] = rows;
  for (let x = 0; x <= width; x++) above[x] = x;
  for (let y = 1; y <= height; y++) {
    const letter = typed.charCodeAt(y - 1);
    row[0] = y;
    for (let x = 1; x <= width; x++) {
      const other = name.charCodeAt(x - 1);
      let least = (above[x - 1] ?? 0) + (letter === other ? 0 : 1);
      least = Math.min(least, (above[x] ?? 0) + 1, (row[x - 1] ?? 0) + 1);
      if (x > 1 && y > 1 && letter === name.charCodeAt(x - 2) && typed.charCodeAt(y - 2) === other) least = Math.min(least, (before[x - 2] ?? 0) + 1);
      row[x] = least;
    }
    [before, above, row] = [above, row, before];
  }
  let prefix = above[0] ?? 0;
  for (let x = 1; x <= width; x++) prefix = Math.min(prefix, above[x] ?? 0);
  return { whole: above[width] ?? 0, prefix };
}
