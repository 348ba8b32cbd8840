import { beforeAll, describe, expect, it } from "vitest";
import { createTranslators } from "../../i18n/translators.ts";
import { GUILD } from "../../testing/call.ts";
import { aRequest, CRAFTER, REQUESTER } from "../../testing/requests.ts";
import { limitProblems } from "../../testing/view-limits.ts";
import { buttonId, textOf } from "../../testing/view-text.ts";
import { pledgeButton } from "../materials/custom-ids.ts";
import { claimButton, detailsButton } from "../requests/custom-ids.ts";
import type { CraftingRequest } from "../requests/request.ts";
import { cardView } from "./card-view.ts";
import { boardTexts, type Say } from "./texts.ts";

let say: Say;
beforeAll(async () => {
  say = (await createTranslators([boardTexts]))("en-US").in(boardTexts);
});
const show = (given: Partial<CraftingRequest> = {}, professionName: string | null = "✨ Enchanting") => cardView({ say, professionName, mark: "row-1", soonUntil: 1_900_000_000_000 }, aRequest(given));
const taken = { crafterId: CRAFTER, crafterLocale: "en-US" };

describe("a card on the board", () => {
  it("says what is wanted, by whom and since when, and takes a claim", () => {
    const view = show({ note: "for\nthe raid" });
    expect(textOf(view).split("\n")).toEqual([
      "### Enchant Weapon - Crusader ×5",
      "🟢 **Open**",
      `For **Brannik**, asked by <@${REQUESTER}>`,
      "📦 All materials are brought",
      "> for the raid",
      "-# #1 · ✨ Enchanting · asked <t:1800000000:R>",
      "Claim",
      "Details",
    ]);
    const address = { guildId: GUILD, requestId: "request-1", mark: "row-1" };
    expect(claimButton.decode(buttonId(view, "Claim"))).toEqual(address);
    expect(detailsButton.decode(buttonId(view, "Details"))).toEqual(address);
  });

  it("says by when it is needed, and that it is soon while nobody has it", () => {
    expect(textOf(show({ neededBy: 1_900_000_001_000 }))).toContain("🗓 Needed by <t:1900000001:f> (<t:1900000001:R>)");
    expect(textOf(show({ neededBy: 1_900_000_000_000 }))).toContain("⏰ **Needed soon, and nobody has claimed it**: by <t:1900000000:f> (<t:1900000000:R>)");
    expect(textOf(show({ neededBy: 1_900_000_000_000, state: "claimed", ...taken }))).toContain("🗓 Needed by");
    expect(textOf(show({ neededBy: 1_900_000_000_000, state: "cancelled" }))).not.toContain("eeded");
  });

  it.each<[Partial<CraftingRequest>, string]>([
    [{ state: "open", completed: 2 }, "🟢 **Open** · 2 of 5 made"],
    [{ state: "claimed", ...taken }, `✋ **Claimed** by <@${CRAFTER}>`],
    [{ state: "in_progress", completed: 2, ...taken }, `🛠 **In progress** · 2 of 5 made by <@${CRAFTER}>`],
    [{ state: "completed", completed: 5, ...taken }, `✅ **Completed** by <@${CRAFTER}>`],
    [{ state: "cancelled" }, "⚪ **Cancelled**"],
    [{ state: "denied", reason: "between us" }, "⛔ **Denied**"],
  ])("%o: %s", (given, line) => {
    const words = textOf(show(given)).split("\n");
    expect(words[1]).toBe(line);
    expect(words.includes("Claim")).toBe(given.state === "open");
    expect(words.at(-1)).toBe("Details");
    expect(words.join("\n")).not.toContain("between us");
  });

  it("names what is missing in short, and drops it with the note when the request has ended", () => {
    const materials = Array.from({ length: 7 }, (_, index) => ({ name: `Shard ${index + 1}`, needed: 10, provided: index === 0 ? 10 : index }));
    expect(textOf(show({ materials }))).toContain("📦 Missing: 9 Shard 2, 8 Shard 3, 7 Shard 4, 6 Shard 5, 5 Shard 6, 1 more\n");
    expect(textOf(show({ materials: [] }))).not.toContain("📦");
    expect(textOf(show({ materials, note: "soon", state: "completed", ...taken }))).not.toMatch(/📦|soon/);
  });

  const wanting = [{ name: "Shard", needed: 20, provided: 8 }];
  it.each<[string, Partial<CraftingRequest>, readonly string[], boolean]>([
    ["some brought", { materials: wanting }, ["📦 8 of 20 materials brought", "📦 Missing: 12 Shard"], true],
    ["some pledged", { materials: wanting, pledged: { Shard: 5 } }, ["📦 8 of 20 materials brought, 5 pledged", "📦 Missing: 7 Shard"], true],
    ["all brought or pledged", { materials: wanting, pledged: { Shard: 12 } }, ["📦 8 of 20 materials brought, 12 pledged", "📦 Nothing is missing"], true],
    ["all brought", {}, ["📦 All materials are brought"], false],
    ["at its end", { materials: wanting, state: "denied" }, [], false],
  ])("says how its materials stand and takes pledges: %s", (_, given, lines, mayPledge) => {
    const view = show(given);
    const words = textOf(view).split("\n");
    expect(words.filter((line) => line.startsWith("📦"))).toEqual(lines);
    expect(words.includes("Pledge…")).toBe(mayPledge);
  });

  it("leads to a pledge that is answered by a message of one's own", () => {
    expect(pledgeButton.decode(buttonId(show({ materials: wanting }), "Pledge…"))).toEqual({ guildId: GUILD, requestId: "request-1", mark: "row-1", from: "card" });
  });

  it("shows what people typed as they typed it, cut, and does without an unknown profession", () => {
    const view = show({ note: `@everyone **now** ${"x".repeat(400)}`, characterName: "Bran_nik" }, null);
    expect(textOf(view)).toContain("> \\@everyone \\*\\*now\\*\\* xxx");
    expect(textOf(view)).toContain("For **Bran\\_nik**");
    expect(textOf(view)).toContain("-# #1 · asked");
  });

  it("stays within Discord's limits with the longest of everything", () => {
    const long = "_".repeat(500);
    const materials = Array.from({ length: 30 }, () => ({ name: long, needed: 999_999, provided: 0 }));
    const view = show({ itemName: long, note: long, characterName: "_".repeat(24), quantity: 999, materials, id: "r".repeat(20) });
    expect(limitProblems(view)).toEqual([]);
  });
});
