/** How long Discord finds a text: characters, where JavaScript counts UTF-16 units. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
