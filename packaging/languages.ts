/**
 * For who translates. `npm run languages` says how much of each language is there;
 * `npm run languages -- --missing de` prints what is still to be said in it, in English, by room and key.
 */
import { parseArgs } from "node:util";
import { missingIn } from "../src/i18n/sentences.ts";
import { everyText } from "../src/testing/every-text.ts";

const { missing } = parseArgs({ options: { missing: { type: "string" } } }).values;
const texts = (await everyText()).map((one) => one.texts);

if (missing !== undefined) {
  const rooms = texts.map((room) => [room.namespace, missingIn(room, missing)] as const).filter(([, sentences]) => Object.keys(sentences).length > 0);
  console.log(JSON.stringify(Object.fromEntries(rooms), null, 2));
} else {
  const languages = [...new Set(texts.flatMap(({ others }) => Object.keys(others)))].toSorted();
  for (const language of languages) {
    const count = texts.reduce((sum, room) => sum + Object.keys(missingIn(room, language)).length, 0);
    console.log(`${language}: ${count === 0 ? "complete" : `${count} sentences are missing`}`);
  }
}
