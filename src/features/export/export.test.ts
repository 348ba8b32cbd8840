import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calls, officer, rights } from "../../testing/call.ts";
import { drive } from "../../testing/drive.ts";
import { ENGINES } from "../../testing/engines.ts";
import { aSubmission, openRequestDesk, type RequestDesk } from "../../testing/request-desk.ts";
import { CRAFTER, REQUESTER } from "../../testing/requests.ts";
import { limitProblems } from "../../testing/view-limits.ts";
import { textOf } from "../../testing/view-text.ts";
import type { Reply } from "../contract.ts";
import { exportedRequests } from "../requests/export-pages.ts";
import type { Submission } from "../requests/request-port.ts";
import { exportButton } from "./custom-ids.ts";
import { exportFeature } from "./feature.ts";
import { exportTexts } from "./texts.ts";

const call = await calls(exportTexts);
const boss = call("boss", { rights: officer });
const core = call(REQUESTER, { rights: rights({ isCore: true }) });
const books = () => ({ professions: () => [{ id: "enchanting", name: "Enchanting", icon: "✨" }, { id: "tailoring", name: "Tailoring" }] });

const names = { knownName: (_: string, userId: string) => (userId === CRAFTER ? "=Sylra" : null) };

/** The lines below the heading. */
const linesOf = (reply: Reply | null): readonly string[] => String(reply?.kind === "show" ? reply.view.files?.[0]?.data : "").split("\r\n").slice(1, -1);
const numbersOf = (reply: Reply | null) => linesOf(reply).map((line) => line.split(",")[0]);

describe.each(ENGINES)("an export of requests on %s", (engine) => {
  let desk: RequestDesk;
  let drafts = 0;
  const room = (limit?: number) => drive(exportFeature({ requests: exportedRequests(desk.store.read), books, names, ...(limit === undefined ? {} : { limit }) }));
  beforeEach(async () => {
    desk = await openRequestDesk(engine);
  });
  afterEach(() => desk.drop());

  async function submit(given: Partial<Submission> = {}): Promise<string> {
    const outcome = await desk.actions.submit(core, aSubmission({ draftId: `draft ${++drafts}`, ...given }));
    if (!outcome.ok) throw new Error(outcome.error);
    return outcome.value.request.id;
  }

  it("has a line for each with all that people understand, and runs nothing in a spreadsheet", async () => {
    const id = await submit({ note: "=HYPERLINK(evil)", materialsSource: "some", materials: [{ name: "Shard", needed: 20, provided: 8 }] });
    await desk.actions.act(call(CRAFTER, { rights: rights({ professions: ["enchanting"] }) }), id, { kind: "claim" });
    const told = await room().run(boss, "export");
    expect(textOf(told)).toContain("### 1 request as a table");
    expect(limitProblems(told)).toEqual([]);
    const [file] = told.kind === "show" ? (told.view.files ?? []) : [];
    expect([file?.name, file?.contentType]).toEqual(["requests.csv", "text/csv"]);
    const [heading, line] = String(file?.data).split("\r\n");
    expect(heading).toBe("\uFEFFNumber,Item,Quantity,Crafted,Profession,Category,State,Character,Requested by,Crafter,Materials,Note,Reason,Needed by,Requested at (UTC),Last change (UTC),Handed over at (UTC)");
    expect(line).toMatch(
      new RegExp(`^1,Enchant Weapon - Crusader,5,0,Enchanting,weapon,Claimed,Brannik,<@${REQUESTER}>,'=Sylra <@${CRAFTER}>,"20 Shard: 8 brought, 0 pledged, 12 missing",'=HYPERLINK\\(evil\\),,,2027-01-15 08:00:\\d\\d,2027-01-15 08:00:\\d\\d,$`),
    );
  });

  it("takes only those of a state, a profession and a time, in the order of their numbers", async () => {
    const first = await submit();
    await submit({ profession: "tailoring" });
    await submit();
    await desk.actions.act(boss, first, { kind: "deny", reason: "no" });
    expect(numbersOf(await room().run(boss, "export"))).toEqual(["1", "2", "3"]);
    expect(numbersOf(await room().run(boss, "export", { state: "denied" }))).toEqual(["1"]);
    expect(numbersOf(await room().run(boss, "export", { state: "active" }))).toEqual(["2", "3"]);
    expect(numbersOf(await room().run(boss, "export", { profession: "Tailoring" }))).toEqual(["2"]);
    expect(numbersOf(await room().run(call("boss", { rights: officer, now: 1_800_000_000_000 + 86_400_000 + 8_000 }), "export", { days: 1 }))).not.toContain("1");
    expect(numbersOf(await room().press(boss, exportButton.encode({ state: "active", profession: "tailoring", days: 30 })))).toEqual(["2"]);
  });

  it("reads on where one part ends, without losing or doubling any", async () => {
    for (let n = 0; n < 260; n++) await submit();
    expect(numbersOf(await room().run(boss, "export"))).toEqual(Array.from({ length: 260 }, (_, n) => String(n + 1)));
  });

  it("is refused in words: to who is no officer, for nothing, for an unknown profession and for too much", async () => {
    expect(textOf(await room().run(core, "export"))).toBe("Only officers can export requests.");
    expect(textOf(await room().press(core, exportButton.encode({ state: "every", profession: "", days: 0 })))).toBe("Only officers can export requests.");
    expect(textOf(await room().run(boss, "export"))).toContain("There is no such request.");
    expect(textOf(await room().run(boss, "export", { profession: "cooking" }))).toContain("crafts nothing called “cooking”");
    await submit({ note: "x".repeat(400) });
    expect(textOf(await room(300).run(boss, "export"))).toContain("That is more than fits into one file of 1 MB");
    expect(linesOf(await room(2_000).run(boss, "export"))).toHaveLength(1);
  });
});
