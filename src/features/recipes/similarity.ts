import { typoDistance } from "./typo-distance.ts";

/** A word that only begins as typed is almost as good as the word itself. */
const UNFINISHED = 0.95;
/** Words in another order are almost as good as the name itself. */
const REORDERED = 0.95;

const wordSimilarity = (typed: string, word: string): number => {
  const { whole, prefix } = typoDistance(typed, word);
  return Math.max(1 - whole / Math.max(typed.length, word.length), UNFINISHED * (1 - prefix / typed.length));
};

/** Each typed word against the word of the name that it is nearest to, weighed by its length. */
function wordsSimilarity(typed: string, name: string): number {
  const words = name.split(" ");
  let sum = 0;
  let letters = 0;
  for (const word of typed.split(" ")) {
    let best = 0;
    for (const other of words) best = Math.max(best, wordSimilarity(word, other));
    sum += best * word.length;
    letters += word.length;
  }
  return sum / letters;
}

/** How well a typed text fits a name, both as `searchText` writes them: 1 is the same, 0 nothing in common. Words may stand in any order. */
export function similarity(typed: string, name: string): number {
  const { whole, prefix } = typoDistance(typed, name);
  const asTyped = Math.max(1 - whole / Math.max(typed.length, name.length), UNFINISHED * (1 - prefix / typed.length));
  return Math.max(asTyped, REORDERED * wordsSimilarity(typed, name));
}
