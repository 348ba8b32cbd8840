import type { View } from "../contract.ts";
import { type Page, pageOf } from "../paging.ts";
import { ago } from "../phrases.ts";
import { button, option, plain, row, stringSelect, text } from "../view-kit.ts";
import { type Part, PARTS, professionButton, professionSelect, sectionButton } from "./custom-ids.ts";
import { framed, type Line, listed, paged } from "./frame.ts";
import type { ProfessionLoad } from "./oversight-port.ts";
import type { Say } from "./texts.ts";

/** So many fit one select and one text. */
const PAGE_SIZE = 20;

/** How much there is of each profession, most first. */
export function professionsView(say: Say, loads: readonly ProfessionLoad[], nameOf: (profession: string) => string, page: number): View {
  const sorted = loads.toSorted((a, b) => b.open - a.open || b.claimed - a.claimed || (a.profession < b.profession ? -1 : 1));
  const shown = pageOf(sorted, page, PAGE_SIZE);
  const lines = shown.items.map(({ profession, open, claimed, oldestOpenAt }) => {
    const values = { profession: plain(nameOf(profession)), open, claimed };
    return oldestOpenAt === null ? say("professions.line", values) : say("professions.oldest", { ...values, at: ago(oldestOpenAt) });
  });
  const choices = shown.items.map(({ profession }) => option(nameOf(profession), profession));
  return framed(say, "professions", [
    text([say("professions.heading"), ...(lines.length > 0 ? lines : [say("professions.none")])].join("\n")),
    ...(choices.length === 0 ? [] : [row(stringSelect(professionSelect.encode({}), choices, { hint: say("professions.choose") }))]),
    ...paged(say, shown, (to, as) => sectionButton.encode({ section: "professions", page: to, as })),
  ]);
}

/** What is open or claimed of one profession. */
export function professionView(say: Say, { profession, name, part, page }: { readonly profession: string; readonly name: string; readonly part: Part; readonly page: Page<Line> }): View {
  const idOf = (one: Part) => professionButton.encode({ profession, part: one, page: 0, as: "tab" });
  return framed(
    say,
    "professions",
    [
      text(say("profession.heading", { profession: plain(name) })),
      row(...PARTS.map((one) => button(one === part ? "primary" : "secondary", say(`part.${one}`), idOf(one)))),
      ...listed(say, page.items, say(`profession.none-${part}`)),
      ...paged(say, page, (to, as) => professionButton.encode({ profession, part, page: to, as })),
    ],
    { profession },
  );
}
