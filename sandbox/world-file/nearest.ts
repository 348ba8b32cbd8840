const MOST = 3;

/** Of these the names that `typed` may have meant, the likeliest first; none when nothing is near. Case does not count. */
export function nearest(typed: string, names: readonly string[]): string[] {
  const mistakes = Math.max(1, Math.floor(typed.length / 3));
  return names
    .map((name) => ({ name, far: distance(typed.toLowerCase(), name.toLowerCase()) }))
    .filter(({ far }) => far <= mistakes)
    .toSorted((first, second) => first.far - second.far)
    .slice(0, MOST)
    .map(({ name }) => name);
}

/** How many letters are wrong, missing or too many. */
function distance(first: string, second: string): number {
  let above = Array.from({ length: second.length + 1 }, (_, index) => index);
  for (let y = 1; y <= first.length; y += 1) {
    const row = [y];
    for (let x = 1; x <= second.length; x += 1) {
      row.push(Math.min((above[x] ?? 0) + 1, (row[x - 1] ?? 0) + 1, (above[x - 1] ?? 0) + (first[y - 1] === second[x - 1] ? 0 : 1)));
    }
    above = row;
  }
  return above.at(-1) ?? 0;
}
