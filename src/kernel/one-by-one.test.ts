import { expect, it } from "vitest";
import { oneByOne } from "./one-by-one.ts";

it("begins nothing more once it is stopped, and waits for what is under way", async () => {
  const begun: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = Promise.withResolvers<void>();
  const guilds = oneByOne(async (guildId: string) => {
    begun.push(guildId);
    first.resolve();
    await gate.promise;
    begun.push(`${guildId} done`);
  });
  for (const guildId of ["a", "b", "c"]) guilds.add(guildId);
  await first.promise;
  const stopped = guilds.stop();
  gate.resolve();
  await stopped;
  guilds.add("d");
  await guilds.stop();
  expect(begun).toEqual(["a", "a done"]);
});
