import assert from "node:assert/strict";
import { ApplicationFlags, EntryPointCommandHandlerType as Handler } from "discord-api-types/v10";
import { APPLICATION_ID, GUILD_ID } from "../../index.ts";
import { defaultWorld } from "../../world-file/default-world.ts";
import type { Lab } from "../lab.ts";
import { problemsOf } from "../problems.ts";
import { assumed, documented, type Rule } from "../rule.ts";
import { COMMANDS } from "../scene.ts";

const DOCUMENT = "interactions/application-commands.mdx";
const LAUNCH = { type: 4, name: "launch" };

/** Begins with an application that has an Activity. */
async function withActivity(lab: Lab): Promise<void> {
  const world = defaultWorld();
  await lab.start({ world: { ...world, applications: world.applications.map((application) => ({ ...application, activity: true })) } });
}

export const entryPointRules: readonly Rule[] = [
  documented("an application has one entry point command, beside all others", `${DOCUMENT}:167`, async (lab) => {
    const { type, name, description, options } = await lab.expect(201, "POST", COMMANDS, { ...LAUNCH, description: "Lights the forge" });
    assert.deepEqual([type, name, description, options], [4, "launch", "Lights the forge", undefined]);
    await lab.expect(200, "POST", COMMANDS, LAUNCH);
    await lab.refused(400, 30032, "POST", COMMANDS, { ...LAUNCH, name: "again" });
    const slash = Array.from({ length: 100 }, (_, index) => ({ name: `c${index}`, description: "d" }));
    assert.equal((await lab.expect(200, "PUT", COMMANDS, [LAUNCH, ...slash])).length, 101);
  }),
  documented("entry point commands are not a guild's", `${DOCUMENT}:174`, async (lab) => {
    const problems = problemsOf(await lab.ask("POST", `/applications/${APPLICATION_ID}/guilds/${GUILD_ID}/commands`, LAUNCH));
    assert.ok(problems.includes("type BASE_TYPE_CHOICES"), problems.join());
  }),
  documented("entry point commands have no options", `${DOCUMENT}:43`, async (lab) => {
    assert.deepEqual(problemsOf(await lab.ask("POST", COMMANDS, { ...LAUNCH, options: [{ type: 3, name: "o", description: "d" }] })), ["options APPLICATION_COMMAND_INVALID_OPTIONS"]);
  }),
  documented("only entry point commands have a handler, and only in applications with an Activity", `${DOCUMENT}:45`, async (lab) => {
    await withActivity(lab);
    const handler = Handler.DiscordLaunchActivity;
    assert.equal((await lab.get("/applications/@me")).flags & ApplicationFlags.Embedded, ApplicationFlags.Embedded);
    assert.equal((await lab.expect(201, "POST", COMMANDS, { ...LAUNCH, handler })).handler, handler);
    assert.deepEqual(problemsOf(await lab.ask("POST", COMMANDS, { ...LAUNCH, handler: 3 })), ["handler BASE_TYPE_CHOICES"]);
    assert.equal((await lab.ask("POST", COMMANDS, { name: "try", description: "d", handler })).body.code, 50035);
  }),
  assumed("in an application without an Activity an entry point has no handler", "the documents name no error for it", async (lab) => {
    const { status, body } = await lab.ask("POST", COMMANDS, { ...LAUNCH, handler: Handler.AppHandler });
    assert.deepEqual([status, Object.keys(body.errors)], [400, ["handler"]]);
  }),
];
