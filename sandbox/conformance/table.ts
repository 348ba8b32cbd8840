import type { Rule } from "./rule.ts";

type Rules = Readonly<Record<string, readonly Rule[]>>;

const isDocumented = ({ source }: Rule): boolean => "document" in source;

/** Where a rule is from, in a table's cell. */
export const sourceOf = ({ source }: Rule): string => ("document" in source ? source.document : `assumed: ${source.assumed}`);

/** Every rule with its source, as CONFORMANCE.md has them. */
export function rulesPage(rules: Rules): string {
  const areas = Object.entries(rules).flatMap(([area, of]) => [`\n## ${area}`, "| rule | source |", "| --- | --- |", ...of.map((rule) => `| ${rule.says} | ${sourceOf(rule)} |`)]);
  return [
    "# What the sandbox is held to",
    "Sources are `path:line` below `developers/` in [discord/discord-api-docs](https://github.com/discord/discord-api-docs) at c98d64bc, or the nearest commit that was to be had ([conformance/rule.ts](conformance/rule.ts) names those), so that a line may be off by a few; where the documents are silent a rule is *assumed*, and says why.",
    "`npm run conformance -w sandbox` checks each of them; `-- --write` writes this page.",
    ...areas,
    "",
  ].join("\n");
}

const row = (area: string, of: readonly Rule[]) => `| ${area} | ${of.filter(isDocumented).length} | ${of.filter((rule) => !isDocumented(rule)).length} |`;

/** How many rules are known from documents and how many assumed, as the README has it. */
export function countsTable(rules: Rules): string {
  const all = Object.values(rules).flat();
  return ["| about | known from documents | assumed |", "| --- | --- | --- |", ...Object.entries(rules).map(([area, of]) => row(area, of)), row("**in all**", all)].join("\n");
}

const BEGIN = "<!-- counts: npm run conformance -w sandbox -- --write -->";
const END = "<!-- end of counts -->";

/** The README with the counts as they are now. @throws Error when it has no place for them */
export function withCounts(readme: string, rules: Rules): string {
  const from = readme.indexOf(BEGIN);
  const to = readme.indexOf(END);
  if (from < 0 || to < from) throw new Error(`The README has no place for the counts: ${BEGIN} and ${END} are missing.`);
  return `${readme.slice(0, from)}${BEGIN}\n${countsTable(rules)}\n${readme.slice(to)}`;
}
