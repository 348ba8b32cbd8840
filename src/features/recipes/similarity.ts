import { typoDistance } from "./typo-distance.ts";

/** A word that only begins as typed is almost as good as the word itself. */
const UNFINISHED = 0.95;
/** Words in another order are almost as good as the name itself. */
const REORDERED = 0.95;
/** From this length on, a typed word may be two that were run together. */
const RUN_TOGETHER = 8;

function textSimilarity(typed: string, text: string): number {
  const { whole, prefix } = typoDistance(typed, text);
  return Math.max(1 - whole / Math.max(typed.length, text.length), UNFINISHED * (1 - prefix / typed.length));
}

/**
 * Gives how well names fit a typed text, all as `searchText` writes them: 1 is the same, 0 nothing in common. Words
 * may stand in any order, two may be run together, and the last letters may be missing. For one query: it remembers the words that it compared.
 */
export function similarityTo(typed: string): (name: string) => number {
  const words = typed.split(" ").map((word) => ({ word, known: new Map<string, number>() }));
  const hasLong = words.some(({ word }) => word.length >= RUN_TOGETHER);
  const letters = words.reduce((sum, { word }) => sum + word.length, 0);
  return (name) => {
    const others = name.split(" ");
    const pairs = hasLong ? others.slice(1).map((other, before) => (others[before] ?? "") + other) : [];
    let sum = 0;
    for (const { word, known } of words) {
      let best = 0;
      for (const other of word.length < RUN_TOGETHER ? others : [...others, ...pairs]) {
        let alike = known.get(other);
        if (alike === undefined) {
          alike = textSimilarity(word, other);
          known.set(other, alike);
        }
        best = Math.max(best, alike);
      }
      sum += best * word.length;
    }
    return Math.max(textSimilarity(typed, name), (REORDERED * sum) / letters);
  };
}
