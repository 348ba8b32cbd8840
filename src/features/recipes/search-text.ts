/** A name or query as it is compared: lower case, without accents, words of letters and digits with single spaces between. */
export const searchText = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * The three-letter pieces by which names are found, each once. Words are padded in front only: a query's last
 * word is often unfinished, and so its pieces are all among those of the word that it becomes.
 */
export function trigrams(searchable: string): string[] {
  const found = new Set<string>();
  for (const word of searchable.split(" ")) {
    const padded = `  ${word}`;
    for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3));
  }
  return [...found];
}
