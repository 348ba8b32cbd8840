/** Orders ids as the databases do, by their characters; for `toSorted`. */
export const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
