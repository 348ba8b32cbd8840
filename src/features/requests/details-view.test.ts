import { describe, expect, test } from "vitest";
import { calls, officer, rights } from "../../testing/call.ts";
import { aRequest, CRAFTER, REQUESTER } from "../../testing/requests.ts";
import { limitProblems } from "../../testing/view-limits.ts";
import { customIdsOf, textOf } from "../../testing/view-text.ts";
import type { View } from "../contract.ts";
import type { Rights } from "../guild-settings/rights.ts";
import { actionsFor } from "./details-actions.ts";
import { detailsView } from "./details-view.ts";
import type { CraftingRequest, RequestState } from "./request.ts";
import { requestsTexts } from "./texts.ts";
import type { Viewer } from "./viewer.ts";

const call = await calls(requestsTexts);
const enchanter = rights({ professions: ["enchanting"] });
const OTHER = "100000000000000009";

function viewer(userId: string, given: Rights = rights()): Viewer {
  const { translator } = call(userId);
  return { userId, rights: given, locale: "en-US", say: translator.in(requestsTexts), professionName: (id) => `✨ ${id}` };
}

const PEOPLE: Readonly<Record<string, Viewer>> = {
  requester: viewer(REQUESTER),
  "its crafter": viewer(CRAFTER, enchanter),
  "another crafter": viewer(OTHER, enchanter),
  officer: viewer(OTHER, officer),
  stranger: viewer(OTHER),
};

const inState = (state: RequestState, given: Partial<CraftingRequest> = {}): CraftingRequest =>
  aRequest({ state, crafterId: state === "claimed" || state === "in_progress" || state === "completed" ? CRAFTER : null, leaseUntil: state === "claimed" || state === "in_progress" ? 1_800_000_500_000 : null, ...given });

const working = "start complete-one complete-some complete-all release";
const going = "complete-one complete-some complete-all release";

test.each<[RequestState, string, string]>([
  ["open", "requester", "edit cancel"],
  ["open", "another crafter", "claim"],
  ["open", "officer", "claim assign deny"],
  ["open", "stranger", ""],
  ["claimed", "requester", "cancel here"],
  ["claimed", "its crafter", `${working} renew here`],
  ["claimed", "another crafter", ""],
  ["claimed", "officer", `${working} assign deny renew`],
  ["claimed", "stranger", ""],
  ["in_progress", "requester", "cancel here"],
  ["in_progress", "its crafter", `${going} renew here`],
  ["in_progress", "another crafter", ""],
  ["in_progress", "officer", `${going} assign deny renew`],
  ["completed", "requester", "receive here"],
  ["completed", "its crafter", "here"],
  ["completed", "officer", "reopen receive"],
  ["cancelled", "requester", ""],
  ["cancelled", "officer", "reopen"],
  ["denied", "its crafter", ""],
  ["denied", "officer", "reopen"],
])("%s: %s may %s", (state, who, expected) => {
  const person = PEOPLE[who];
  if (!person) throw new Error(who);
  const request = inState(state);
  const actions = actionsFor(request, person);
  expect(actions.join(" ")).toBe(expected);
  const view = detailsView(person, request);
  expect(limitProblems(view)).toEqual([]);
  expect(shownActions(view)).toEqual(expected === "" ? [] : expected.split(" "));
});

/** The last field of the ids of buttons that act or ask, and the button that says "I am here". */
const shownActions = (view: View): readonly string[] =>
  customIdsOf(view).flatMap((id) => (/^request\.(act|ask)\./.test(id) ? [id.split(":").at(-1) ?? ""] : id.startsWith("request.here.") ? ["here"] : []));

test.each([
  [4, "complete-all"],
  [3, "complete-one complete-all"],
  [2, "complete-one complete-some complete-all"],
])("asks for a number only where one and all are not enough: %i of 5 made", (completed, expected) => {
  const actions = actionsFor(inState("in_progress", { completed }), viewer(CRAFTER, enchanter));
  expect(actions.filter((action) => action.startsWith("complete")).join(" ")).toBe(expected);
});

describe("what it tells", () => {
  const request = inState("in_progress", {
    number: 12,
    completed: 2,
    note: "Meet me at the bank",
    materials: [
      { name: "Large Brilliant Shard", needed: 20, provided: 20 },
      { name: "Righteous Orb", needed: 10, provided: 4 },
    ],
  });

  test("everything, to whom it concerns", () => {
    const told = textOf(detailsView(viewer(REQUESTER), request, "Well met"));
    expect(told.startsWith("Well met\n### #12 Enchant Weapon - Crusader ×5\n🛠 In progress · 2 of 5 made · ✨ enchanting")).toBe(true);
    expect(told).toContain("For **Brannik**, asked by <@100000000000000001>");
    expect(told).toContain("Crafter: <@100000000000000002>");
    expect(told).toContain("✅ 20 × Large Brilliant Shard");
    expect(told).toContain("⬜ 4 of 10 × Righteous Orb · **6 missing**");
    expect(told).toContain("> Meet me at the bank");
    expect(told).toContain("<t:1800000000:R>");
    expect(told).toContain("My requests");
  });

  test("a stranger sees what the board shows, without note and history", () => {
    const told = textOf(detailsView(viewer(OTHER), request));
    expect(told).toContain("### #12");
    expect(told).not.toContain("Meet me");
    expect(told).not.toContain("History");
    expect(told).not.toContain("My requests");
  });

  test("one who has another profession is a stranger to it", () => {
    expect(textOf(detailsView(viewer(OTHER, rights({ professions: ["tailoring"] })), request))).not.toContain("Meet me");
  });

  test("why it was denied, in one line without markdown", () => {
    expect(textOf(detailsView(viewer(REQUESTER), inState("denied", { reason: "Not\n**now** @everyone" })))).toContain("> Not \\*\\*now\\*\\* \\@everyone");
  });

  test("that nobody crafts it yet, only while somebody may", () => {
    expect(textOf(detailsView(viewer(REQUESTER), inState("open")))).toContain("Crafter: nobody yet");
    expect(textOf(detailsView(viewer(REQUESTER), inState("denied")))).not.toContain("Crafter");
  });

  test("that its character was deleted", () => {
    expect(textOf(detailsView(viewer(REQUESTER), inState("cancelled", { reason: "character-deleted:Brannik" })))).toContain("The character Brannik was deleted");
  });
});

describe("what people typed stays harmless", () => {
  test.each([
    ["@everyone # <@1>\n### loud\n[a](http://b)", "> \\@everyone \\# \\<\\@1\\>\n> \\#\\#\\# loud\n> \\[a\\]\\(<http://b>\\)"],
    ["{{note}} $t(history)", "> {{note}} $t\\(history\\)"],
  ])("%j", (note, shown) => {
    expect(textOf(detailsView(viewer(REQUESTER), aRequest({ note })))).toContain(shown);
  });

  test("a cut leaves no half of an emoji", () => {
    const told = textOf(detailsView(viewer(REQUESTER), aRequest({ note: "😀".repeat(400) })));
    expect(told.isWellFormed()).toBe(true);
    expect(told).toContain("😀…");
  });

  test.each(["x".repeat(4000), "*".repeat(4000), "a\n".repeat(2000), "@everyone ".repeat(400)])("a long note is cut to fit", (note) => {
    const view = detailsView(
      viewer(REQUESTER, officer),
      aRequest({
        note,
        state: "denied",
        reason: note.slice(0, 500),
        itemName: "I".repeat(100),
        characterName: "*".repeat(24),
        materials: Array.from({ length: 25 }, (_, index) => ({ name: "M".repeat(100) + index, needed: 9999, provided: 1 })),
      }),
    );
    expect(limitProblems(view)).toEqual([]);
    expect(textOf(view)).toContain("…");
  });
});

test.each<[string, Partial<CraftingRequest>, readonly string[]]>([
  ["some brought", {}, ["**Materials** 8 of 20 brought", "⬜ 8 of 20 × Shard · **12 missing**"]],
  ["some pledged", { pledged: { Shard: 5 } }, ["**Materials** 8 of 20 brought, 5 pledged", "⬜ 8 of 20 × Shard · 5 pledged · **7 missing**"]],
  ["the rest pledged", { pledged: { Shard: 12 } }, ["**Materials** 8 of 20 brought, 12 pledged", "🤝 8 of 20 × Shard · 12 pledged, none missing"]],
  ["most of it crafted", { completed: 4 }, ["⬜ 8 of 20 × Shard · **4 missing**"]],
  ["all of it crafted", { state: "completed", completed: 5 }, ["✅ 8 of 20 × Shard · none missing for the rest"]],
])("says what is brought, pledged and missing: %s", (_, given, lines) => {
  const view = detailsView(viewer(REQUESTER), aRequest({ materialsSource: "some", materials: [{ name: "Shard", needed: 20, provided: 8 }], ...given }));
  for (const line of lines) expect(textOf(view).split("\n")).toContain(line);
  expect(textOf(view)).toContain("Materials and pledges");
});
