import { type Document, isMap, isNode, isScalar, isSeq, type LineCounter } from "yaml";

/** The line of the deepest part of a path that is in the document. */
export function lineOf(document: Document.Parsed, lines: LineCounter, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === step) : undefined;
    if (pair && isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
    node = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined;
    if (!isNode(node)) break;
    if (!pair) offset = node.range?.[0] ?? offset;
  }
  return lines.linePos(offset).line;
}
