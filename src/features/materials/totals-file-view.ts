import type { View, ViewFile } from "../contract.ts";
import { csvOf } from "../csv.ts";
import { button, card, COLOURS, file, row, text } from "../view-kit.ts";
import { wholeLines } from "./lines-view.ts";
import type { Say } from "./texts.ts";
import { scopeText, type TotalsShown } from "./totals-view.ts";
import { type MaterialTotal, missingOnes } from "./totals.ts";
import { totalsButton } from "./view-ids.ts";

/** Of Discord's 4,000 characters; what is longer is in the files. */
const PREVIEW_LIMIT = 2500;

/** The whole list, to be copied from the message, or taken along as a text and as a table. Null when nothing is missing. */
export function totalsFileView(shown: TotalsShown): View | null {
  const { say } = shown;
  const missing = missingOnes(shown.totals, shown.place.order, shown.language);
  if (missing.length === 0) return null;
  const lines = missing.map(({ name, missing: count }) => say("export.line", { missing: count, material: name }));
  const files: readonly ViewFile[] = [
    { name: "missing-materials.csv", contentType: "text/csv", data: tableOf(say, missing) },
    { name: "missing-materials.txt", contentType: "text/plain; charset=utf-8", data: `${lines.join("\n")}\n` },
  ];
  // A name with the signs that end the block would end it.
  const preview = wholeLines(lines.map((line) => line.replaceAll("`", "'")), PREVIEW_LIMIT, (count) => say("export.more", { count }));
  const view = card(
    COLOURS.good,
    text(`${say("export.heading")}\n-# ${scopeText(shown)}\n\`\`\`\n${preview}\n\`\`\``),
    ...files.map(({ name }) => file(name)),
    text(`-# ${say("export.about")}`),
    row(button("secondary", say("export.back"), totalsButton.encode({ ...shown.place, as: "s" }))),
  );
  return { ...view, files };
}

const tableOf = (say: Say, totals: readonly MaterialTotal[]): string =>
  csvOf(
    (["material", "missing", "pledged", "brought", "needed", "requests"] as const).map((column) => say(`column.${column}`)),
    totals.map(({ name, missing, pledged, brought, needed, requests }) => [name, missing, pledged, brought, needed, requests]),
  );
