import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calls, GUILD, rights } from "../../testing/call.ts";
import { drive, type Driver } from "../../testing/drive.ts";
import { type MaterialsDesk, openMaterialsDesk } from "../../testing/materials-desk.ts";
import { aSubmission } from "../../testing/request-desk.ts";
import { CRAFTER, REQUESTER } from "../../testing/requests.ts";
import { limitProblems } from "../../testing/view-limits.ts";
import { buttonId, customIdsOf, textOf } from "../../testing/view-text.ts";
import type { Reply } from "../contract.ts";
import { openButton } from "../requests/custom-ids.ts";
import type { MaterialLine } from "../requests/request.ts";
import { materialsButton, pledgeButton } from "./custom-ids.ts";
import { materialsTexts } from "./texts.ts";
import { pledgeModal } from "./view-ids.ts";

const SHARD = "Large Brilliant Shard";
const ORB = "Righteous Orb";
const call = await calls(materialsTexts);
const tobin = call("tobin");
const mara = call("mara");

let made: MaterialsDesk;
let room: Driver;
let requestId = "";
beforeEach(async () => {
  made = await openMaterialsDesk("sqlite");
  room = drive(made.feature);
  requestId = await submit([{ name: SHARD, needed: 20, provided: 8 }, { name: ORB, needed: 7, provided: 0 }, { name: "Illusion Dust", needed: 10, provided: 10 }]);
});
afterEach(() => made.drop());

async function submit(materials: readonly MaterialLine[]): Promise<string> {
  const outcome = await made.desk.actions.submit(call(REQUESTER, { rights: rights({ isCore: true }) }), aSubmission({ draftId: `draft ${materials.length}`, materialsSource: "some", materials }));
  if (!outcome.ok) throw new Error(outcome.error);
  return outcome.value.request.id;
}
const fromCard = () => pledgeButton.encode({ guildId: GUILD, requestId, mark: "row", from: "card" });
const open = (who = tobin) => room.press(who, materialsButton.encode({ guildId: GUILD, requestId }));
/** What the form's field has in it. */
function filledIn(reply: Reply | null): string {
  const found = /"value":"((?:[^"\\]|\\.)*)"/.exec(JSON.stringify(reply))?.[1] ?? "";
  return found.replaceAll("\\n", "\n");
}
const pledge = async (who: typeof tobin, amounts: string, from: "card" | "page" = "card") => room.submit(who, pledgeModal.encode({ guildId: GUILD, requestId, from }), { amounts });

describe("pledging from a card", () => {
  it("asks with all that is missing filled in, and answers with a message of one's own", async () => {
    const form = await room.press(tobin, fromCard());
    expect(form?.kind).toBe("modal");
    expect(filledIn(form)).toBe(`${SHARD}: 12\n${ORB}: 7`);
    const told = await pledge(tobin, `${SHARD}: 5`);
    expect(told?.kind).toBe("show");
    expect(textOf(told)).toContain(`You pledge 5 ${SHARD}.`);
    expect(textOf(told)).toContain("4 each, 20 in all: 8 brought, 5 pledged, 7 missing");
    expect(textOf(told)).toContain("7 in all: 0 brought, 0 pledged, 7 missing");
    expect(textOf(told)).toContain(`🤝 <@tobin>: 5 ${SHARD}`);
    expect(limitProblems(told)).toEqual([]);
  });

  it("fills in what one has pledged before, and says what was cut", async () => {
    await pledge(tobin, `${SHARD}: 5`);
    expect(filledIn(await room.press(tobin, fromCard()))).toBe(`${SHARD}: 5\n${ORB}: 0`);
    expect(filledIn(await room.press(mara, fromCard()))).toBe(`${SHARD}: 7\n${ORB}: 7`);
    expect(textOf(await pledge(mara, `9 x ${SHARD}`))).toContain(`Of ${SHARD}, 9 are more than are missing: your pledge is 7.`);
    expect(textOf(await pledge(tobin, ""))).toContain("You pledge nothing now.");
  });

  it.each([
    ["Arcanite Bar: 3", "It takes no material as in the line “Arcanite Bar: 3”."],
    [`${SHARD}: many`, `I cannot read a number in the line “${SHARD}: many”.`],
    [`${SHARD}: 1\n${SHARD}: 2`, "names a material a second time"],
    ["@everyone: 3", "“\\@everyone: 3”"],
  ])("says what it cannot read in %j, and pledges nothing", async (typed, words) => {
    const told = await pledge(tobin, typed);
    expect([told?.kind, textOf(told)]).toEqual(["refuse", expect.stringContaining(words)]);
    expect(await made.materialsReads.listPledges(GUILD, requestId)).toEqual([]);
  });

  it("is refused in words: when nothing is missing, at the end, to strangers, and for what is gone", async () => {
    const stranger = call("zed", { rights: rights({ isMember: false }) });
    expect(textOf(await room.press(stranger, fromCard()))).toContain("you need the member role");
    expect(textOf(await room.submit(stranger, pledgeModal.encode({ guildId: GUILD, requestId, from: "card" }), { amounts: `${SHARD}: 1` }))).toContain("you need the member role");
    await pledge(mara, `${SHARD}: 12\n${ORB}: 7`);
    expect(textOf(await room.press(tobin, fromCard()))).toBe("Nothing is missing for this request any more. Thank you!");
    await made.desk.actions.act(call(REQUESTER), requestId, { kind: "cancel", reason: "" });
    expect(textOf(await room.press(tobin, fromCard()))).toBe("This request is cancelled, so that nothing can be pledged to it any more.");
    expect(textOf(await pledge(tobin, `${SHARD}: 1`))).toContain("This request is cancelled");
    requestId = "another";
    expect(textOf(await room.press(tobin, fromCard()))).toBe("This request no longer exists.");
    expect(textOf(await pledge(tobin, `${SHARD}: 1`))).toBe("This request no longer exists.");
  });
});

describe("the page of a request's materials", () => {
  it("shows how each stands and who pledges what, and leads back", async () => {
    const page = await open();
    expect(page?.kind).toBe("update");
    expect(textOf(page)).toContain("Nobody has pledged anything.");
    expect(textOf(page)).toContain("**Illusion Dust**\n-# 2 each, 10 in all: 10 brought, 0 pledged, 0 missing");
    expect(openButton.decode(buttonId(page, "Back to the request"))).toEqual({ guildId: GUILD, requestId });
  });

  it("lets who pledges change and withdraw it in place, and writes down both", async () => {
    expect((await pledge(tobin, `${SHARD}: 5`, "page"))?.kind).toBe("update");
    const page = await open();
    expect(textOf(page)).toContain("Change my pledge…");
    expect(textOf(await open(mara))).not.toMatch(/Change my pledge|Withdraw/);
    const told = await room.press(tobin, buttonId(page, "Withdraw my pledge"));
    expect(textOf(told)).toContain("You pledge nothing now.");
    expect(textOf(told)).toContain(`-# <@tobin>: ${SHARD} from 5 to 0`);
    expect(await made.materialsReads.listPledges(GUILD, requestId)).toEqual([]);
  });

  it("offers no pledge where all is brought", async () => {
    requestId = await submit([{ name: SHARD, needed: 5, provided: 5 }]);
    expect(customIdsOf(await open()).filter((id) => id.startsWith("materials."))).toEqual([]);
  });

  it("stays within Discord's limits with the longest of everything and many who pledge", async () => {
    const names = Array.from({ length: 25 }, (_, n) => `${"_".repeat(90)}${n}`);
    requestId = await submit(names.map((name) => ({ name, needed: 999_999, provided: 0 })));
    for (let n = 0; n < 60; n++) await made.materials.pledge(call(`${"9".repeat(17)}${n}`), requestId, new Map(names.map((name) => [name, 100])));
    const page = await open(call(CRAFTER));
    expect(limitProblems(page)).toEqual([]);
    expect(textOf(page)).toMatch(/…and \d+ more materials/);
    expect(textOf(page)).toMatch(/…and \d+ more people/);
    const form = await room.press(call(CRAFTER), pledgeButton.encode({ guildId: GUILD, requestId: "r".repeat(25), mark: "m".repeat(25), from: "card" }));
    expect(textOf(form)).toBe("This request no longer exists.");
  });
});
