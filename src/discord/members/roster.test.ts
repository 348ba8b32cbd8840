import { describe, expect, it } from "vitest";
import { Roster } from "./roster.ts";

const member = (...roleIds: string[]) => ({ roleIds, name: "Eva" });

function loading(): Roster {
  const roster = new Roster();
  roster.begin();
  return roster;
}

describe("a guild's members", () => {
  it("are not known before all of them are", () => {
    const roster = loading();
    roster.take("eva", member("1"));
    expect([roster.get("eva"), roster.size]).toEqual([null, 1]);
    roster.complete();
    expect([roster.get("eva"), roster.state]).toEqual([member("1"), "loaded"]);
  });

  it("are as what was heard of them says, not as the list that was on its way", () => {
    const roster = loading();
    roster.follow("eva", member("new"));
    roster.follow("sylra", null);
    roster.take("eva", member("old"));
    roster.take("sylra", member("old"));
    roster.complete();
    expect([roster.get("eva"), roster.get("sylra")]).toEqual([member("new"), null]);
  });

  it("lose a role that is deleted, also where the list still has it", () => {
    const roster = loading();
    roster.take("eva", member("1", "2"));
    roster.removeRole("2");
    roster.take("sylra", member("2", "3"));
    roster.complete();
    expect([roster.get("eva"), roster.get("sylra")]).toEqual([member("1"), member("3")]);
    roster.removeRole("1");
    expect(roster.get("eva")).toEqual(member());
  });

  it("share what they have in common", () => {
    const roster = loading();
    roster.take("eva", member("1", "2"));
    roster.take("sylra", member("1", "2"));
    roster.complete();
    expect(roster.get("eva")?.roleIds).toBe(roster.get("sylra")?.roleIds);
  });

  it("are not followed while nobody is kept", () => {
    const roster = new Roster();
    roster.follow("eva", member("1"));
    roster.take("eva", member("1"));
    expect(roster.size).toBe(0);
    roster.begin();
    roster.take("eva", member("1"));
    roster.clear();
    expect([roster.size, roster.state]).toEqual([0, "on-demand"]);
  });
});
