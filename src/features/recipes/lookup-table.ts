/** Numbers of texts, to be found by text: pairs of a text's hash and its number and one, zeros where nothing is. Threads can share it. */
export type LookupTable = Int32Array;

/** At most half of a table is taken, so that a search soon ends. */
const ROOM = 2;

/** FNV-1a over the text's UTF-16 units, which spreads short texts that are much alike. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** The table of texts that are all different. `numbers`: of each text, from 0; its place where they are not given. */
export function tableOf(texts: readonly string[], numbers?: readonly number[]): LookupTable {
  let places = 1;
  while (places < texts.length * ROOM) places *= 2;
  const table = new Int32Array(new SharedArrayBuffer(places * 2 * Int32Array.BYTES_PER_ELEMENT));
  for (const [at, text] of texts.entries()) {
    const hash = hashOf(text);
    let place = hash & (places - 1);
    while (table[place * 2 + 1] !== 0) place = (place + 1) & (places - 1);
    table[place * 2] = hash;
    table[place * 2 + 1] = (numbers?.[at] ?? at) + 1;
  }
  return table;
}

/** The number of a text; undefined when it is not there. `isText` says whether a number is the text's: two may have one hash. */
export function lookUp(table: LookupTable, text: string, isText: (number: number) => boolean): number | undefined {
  const places = table.length / 2;
  const hash = hashOf(text);
  for (let place = hash & (places - 1); ; place = (place + 1) & (places - 1)) {
    const number = (table[place * 2 + 1] ?? 0) - 1;
    if (number < 0) return undefined;
    if (table[place * 2] === hash && isText(number)) return number;
  }
}
