import type { Call, ComponentRoute, Reply } from "../contract.ts";
import { onPress, onPressAnywhere } from "../on-press.ts";
import { missingButton } from "./custom-ids.ts";
import type { MaterialsRoom } from "./room.ts";
import { materialsTexts } from "./texts.ts";
import { totalsFileView } from "./totals-file-view.ts";
import { CHOICES, type TotalsShown, totalsView } from "./totals-view.ts";
import type { Narrowing } from "./totals.ts";
import { characterSelect, EVERY, exportButton, professionSelect, totalsButton, type TotalsPlace } from "./view-ids.ts";

export const totalsRoutes = (room: MaterialsRoom): readonly ComponentRoute[] => [
  onPressAnywhere(missingButton, (call) => showTotals(room, call)),
  onPress(totalsButton, (call, place) => showPlace(room, call, place, "update")),
  onPress(professionSelect, (call, place, [chosen]) => narrowed(room, call, chosen, (profession) => ({ ...place, profession }))),
  onPress(characterSelect, (call, place, [chosen]) => narrowed(room, call, chosen, (characterId) => ({ ...place, characterId }))),
  onPress(exportButton, async (call, place) => {
    const view = totalsFileView(await look(room, call, place));
    // It is there as long as somebody needs to download it, and the next view comes beside it.
    return view ? { kind: "show", view, stay: "form" } : { kind: "refuse", sentence: call.translator.in(materialsTexts)("export.empty") };
  }),
];

/** The list from its beginning, as a new message; `profession` and `characterId` are empty where they narrow nothing. */
export function showTotals(room: MaterialsRoom, call: Call, profession = "", characterId = ""): Promise<Reply> {
  const scope = call.rights.professions.length > 0 && profession === "" ? "own" : "all";
  return showPlace(room, call, { scope, profession, characterId, order: "most", page: 0 }, "show");
}

async function showPlace(room: MaterialsRoom, call: Call, place: TotalsPlace, kind: "show" | "update"): Promise<Reply> {
  return { kind, view: totalsView(await look(room, call, place)) };
}

function narrowed(room: MaterialsRoom, call: Call, chosen: string | undefined, place: (value: string) => TotalsPlace): Promise<Reply | null> {
  if (chosen === undefined || chosen.includes(":") || chosen.length > 40) return Promise.resolve(null);
  return showPlace(room, call, { ...place(chosen === EVERY ? "" : chosen), page: 0 }, "update");
}

async function look({ reads, books }: MaterialsRoom, call: Call, place: TotalsPlace): Promise<TotalsShown> {
  const { guildId, translator } = call;
  const ofEverybody = narrowingOf(call, { ...place, characterId: "" });
  const [totals, characters, [character = null]] = await Promise.all([
    reads.totals(guildId, narrowingOf(call, place)),
    reads.listNeedyCharacters(guildId, ofEverybody, CHOICES),
    place.characterId === "" ? [] : reads.listNeedyCharacters(guildId, { professions: null, characterId: place.characterId }, 1),
  ]);
  return {
    say: translator.in(materialsTexts),
    language: translator.languageOf(materialsTexts, "totals.heading"),
    professions: books(call.settings).professions(),
    hasOwn: call.rights.professions.length > 0,
    place,
    totals,
    characters,
    character,
  };
}

/** Who has lost a role since the button was drawn is shown what is theirs now. */
function narrowingOf({ userId, rights }: Call, { scope, profession, characterId }: TotalsPlace): Narrowing {
  const own = scope === "own" ? rights.professions : null;
  const narrowed = own === null || own.includes(profession) ? [profession] : [];
  return {
    professions: profession === "" ? own : narrowed,
    ...(characterId === "" ? {} : { characterId }),
    ...(scope === "claimed" ? { crafterId: userId } : {}),
  };
}
