import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calls, GUILD } from "../../testing/call.ts";
import { drive, type Driver } from "../../testing/drive.ts";
import { ENGINES, openTestStore, type TestStore } from "../../testing/engines.ts";
import { limitProblems } from "../../testing/view-limits.ts";
import { buttonId, customIdsOf, textOf } from "../../testing/view-text.ts";
import { transactions } from "../transactions.ts";
import { preferencesFeature } from "./feature.ts";
import { NO_PREFERENCES } from "./preferences.ts";
import { preferencesService } from "./preferences-service.ts";
import { getPreferences } from "./store.ts";
import { preferencesMigrations } from "./tables.ts";
import { preferencesTexts } from "./texts.ts";

const as = await calls(preferencesTexts);
const eva = as("1001", { now: Date.parse("2026-01-15T12:00:00Z") });
const TIMES = { from: "22:00", to: "8", digest: "19:30", zone: "berlin" };

describe.each(ENGINES)("/preferences on %s", (engine) => {
  let test: TestStore;
  let room: Driver;
  beforeEach(async () => {
    test = await openTestStore(engine, [preferencesMigrations]);
    room = drive(preferencesFeature(preferencesService({ read: test.store.read, inTransaction: transactions(test.store, { now: () => 1 }, []) })));
  });
  afterEach(() => test.drop());
  const held = (userId = "1001", guildId = GUILD) => getPreferences(test.store.read, guildId, userId);

  it("shows what holds without a choice, from the server's setting", async () => {
    const shown = await room.run({ ...eva, settings: { ...eva.settings, telling: "digest" } }, "preferences");
    expect(limitProblems(shown)).toEqual([]);
    expect(textOf(shown)).toContain("**My requests** · once a day, in one message (as this server has it)");
    expect(textOf(shown)).toContain("**Quiet hours** · none\n**Digest** · at 18:00\n-# Times are those of UTC, where it is 12:00 now.");
    expect(await held()).toEqual(NO_PREFERENCES);
  });

  it("keeps what is chosen for requests and for crafts apart, for this person in this server alone", async () => {
    const chosen = await room.press(eva, "preferences.telling.1:crafts", ["nothing"]);
    expect(textOf(chosen)).toContain("✅ Saved.");
    expect(textOf(chosen)).toContain("**My crafts** · not at all");
    await room.press(eva, "preferences.telling.1:requests", ["thread"]);
    expect(await held()).toMatchObject({ requests: "thread", crafts: "nothing" });
    expect([await held("1002"), await held("1001", "900000000000000002")]).toEqual([NO_PREFERENCES, NO_PREFERENCES]);
    await room.press(eva, "preferences.telling.1:requests", ["guild"]);
    expect(await held()).toMatchObject({ requests: null, crafts: "nothing" });
    expect(await room.press(eva, "preferences.telling.1:requests", ["pigeon"])).toBeNull();
  });

  it("takes quiet hours, digest and time zone as people type them, and ends them again", async () => {
    const form = await room.press(eva, "preferences.times.1");
    expect(limitProblems(form)).toEqual([]);
    const saved = await room.submit(eva, customIdsOf(form)[0] ?? "", TIMES);
    expect(textOf(saved)).toContain("**Quiet hours** · from 22:00 to 08:00");
    expect(textOf(saved)).toContain("Times are those of Europe/Berlin, where it is 13:00 now.");
    expect(await held()).toEqual({ ...NO_PREFERENCES, quietFrom: 1320, quietTo: 480, digestAt: 1170, timeZone: "Europe/Berlin" });
    expect(textOf(await room.press(eva, buttonId(saved, "No quiet hours")))).toContain("**Quiet hours** · none");
    expect(await held()).toMatchObject({ quietFrom: null, quietTo: null, digestAt: 1170 });
  });

  it.each([
    [{ from: "late" }, "“late” is no time that I can read."],
    [{ to: "" }, "Quiet hours take both a beginning and an end."],
    [{ to: "22:00" }, "begin and end at the same time"],
    [{ digest: "" }, "is no time that I can read."],
    [{ zone: "Atlantis" }, "I know no time zone “Atlantis”."],
    [{ zone: "america" }, "Several time zones fit “america”: `America/"],
  ])("refuses %j with what to do, and changes nothing", async (given, sentence) => {
    const told = textOf(await room.submit(eva, "preferences.times.1", { ...TIMES, ...given }));
    expect(told).toContain(sentence);
    expect(told).toContain("Nothing was changed.");
    expect(await held()).toEqual(NO_PREFERENCES);
  });

  it("sets the time zone by the command's option", async () => {
    await room.run(eva, "preferences", { "time-zone": "Asia/Tokyo" });
    expect(await held()).toMatchObject({ timeZone: "Asia/Tokyo" });
    expect(textOf(await room.run(eva, "preferences", { "time-zone": "nowhere" }))).toContain("I know no time zone “nowhere”.");
    expect(await held()).toMatchObject({ timeZone: "Asia/Tokyo" });
  });
});
