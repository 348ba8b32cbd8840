/** Orders Discord's ids by age: negative when `a` is older. Ids are decimal numbers too long for a double. */
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
