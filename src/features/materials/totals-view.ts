import type { APIComponentInContainer } from "discord-api-types/v10";
import type { View } from "../contract.ts";
import { type Page, pageOf } from "../paging.ts";
import { type Profession, professionTitle } from "../recipes/recipe.ts";
import { button, card, COLOURS, option, plain, row, separator, shorten, stringSelect, text } from "../view-kit.ts";
import type { NeedyCharacter } from "./materials-port.ts";
import type { Say } from "./texts.ts";
import { type MaterialTotal, missingOnes } from "./totals.ts";
import { characterSelect, EVERY, exportButton, professionSelect, type Scope, SCOPES, totalsButton, type TotalsPlace } from "./view-ids.ts";

export const TOTALS_PAGE_SIZE = 12;
const MATERIAL_LIMIT = 60;
/** One place of the 25 is for "every". */
export const CHOICES = 24;

/** Who looks at the totals, and at what. */
export interface TotalsShown {
  readonly say: Say;
  readonly language: string;
  /** All of the guild's recipe book. */
  readonly professions: readonly Profession[];
  /** Whether there are some of their own. */
  readonly hasOwn: boolean;
  readonly place: TotalsPlace;
  readonly totals: readonly MaterialTotal[];
  /** Those that one can narrow the list to. */
  readonly characters: readonly NeedyCharacter[];
  /** The one that it is narrowed to; null for one that nothing is known of. */
  readonly character: NeedyCharacter | null;
}

/** What is missing over many requests, a page of it. `place.page` may lie beyond the end. */
export function totalsView(shown: TotalsShown): View {
  const { say, place } = shown;
  const missing = missingOnes(shown.totals, place.order, shown.language);
  const page = pageOf(missing, place.page, TOTALS_PAGE_SIZE);
  const at = { ...place, page: page.page };
  return card(
    COLOURS.neutral,
    text(`${say("totals.heading")}\n-# ${say("totals.about", { scope: scopeText(shown), count: page.total })}`),
    row(...scopesOf(shown).map((scope) => button(scope === place.scope ? "primary" : "secondary", say(`scope.${scope}`), totalsButton.encode({ ...place, scope, page: 0, as: "s" })))),
    ...professionRow(shown),
    ...characterRow(shown),
    separator(),
    text(listText(shown, page)),
    separator(),
    row(...bottomButtons(say, at, page.pageCount, page.total)),
  );
}

const scopesOf = ({ hasOwn }: TotalsShown): readonly Scope[] => SCOPES.filter((scope) => scope !== "own" || hasOwn);

/** Over what the list goes, in words. */
export function scopeText({ say, professions, place, character }: TotalsShown): string {
  const scope = say(`scope.${place.scope}`);
  const ofProfession = place.profession === "" ? scope : say("scope.profession", { scope, profession: professionTitle(professions, place.profession) });
  return place.characterId === "" ? ofProfession : say("scope.character", { scope: ofProfession, character: character === null ? say("unknownCharacter") : plain(character.name) });
}

function professionRow({ say, professions, place }: TotalsShown): APIComponentInContainer[] {
  if (professions.length < 2) return [];
  const options = professions.slice(0, CHOICES).map(({ id, name }) => option(name, id, { isDefault: id === place.profession }));
  const every = option(say("everyProfession"), EVERY, { isDefault: place.profession === "" });
  return [row(stringSelect(professionSelect.encode({ ...place, page: 0 }), [every, ...options], { hint: say("chooseProfession") }))];
}

function characterRow({ say, characters, character, place }: TotalsShown): APIComponentInContainer[] {
  const offered = character === null || characters.some(({ id }) => id === character.id) ? characters : [character, ...characters];
  if (offered.length < 2 && place.characterId === "") return [];
  const options = offered.slice(0, CHOICES).map(({ id, name, missing }) => option(name, id, { description: say("characterMissing", { count: missing }), isDefault: id === place.characterId }));
  const every = option(say("everyCharacter"), EVERY, { isDefault: place.characterId === "" });
  return [row(stringSelect(characterSelect.encode({ ...place, page: 0 }), [every, ...options], { hint: say("chooseCharacter") }))];
}

function listText({ say, place }: TotalsShown, { items, page, pageCount }: Page<MaterialTotal>): string {
  if (items.length === 0) return say(place.profession !== "" || place.characterId !== "" ? "empty.narrowed" : `empty.${place.scope}`);
  const lines = items.map(({ name, missing, needed, brought, pledged, requests }) => say("total", { material: plain(shorten(name, MATERIAL_LIMIT)), missing, needed, brought, pledged, count: requests }));
  return [...lines, ...(pageCount > 1 ? [`-# ${say("page", { page: page + 1, pageCount })}`] : [])].join("\n");
}

function bottomButtons(say: Say, place: TotalsPlace, pageCount: number, total: number): ReturnType<typeof button>[] {
  const { page, order } = place;
  const to = (target: number, as: "p" | "n" | "r"): string => totalsButton.encode({ ...place, page: target, as });
  const other = order === "most" ? "name" : "most";
  return [
    ...(pageCount > 1
      ? [
          button("secondary", say("previous"), to(Math.max(0, page - 1), "p"), { disabled: page === 0 }),
          button("secondary", say("next"), to(page + 1, "n"), { disabled: page >= pageCount - 1 }),
        ]
      : []),
    ...(total > 1 ? [button("secondary", say(`order.${other}`), totalsButton.encode({ ...place, order: other, page: 0, as: "o" }))] : []),
    ...(total > 0 ? [button("success", say("export"), exportButton.encode(place))] : []),
    button("secondary", say("refresh"), to(page, "r")),
  ];
}
