import assert from "node:assert/strict";
import { APPLICATION_ID } from "../../index.ts";
import { placesOf } from "../problems.ts";
import { assumed, type Rule } from "../rule.ts";

const ME = "/applications/@me";

export const applicationRules: readonly Rule[] = [
  assumed("a token that nobody has is 401 and an unknown address 404, both with code 0", "what every library is answered", async (lab) => {
    const denied = await lab.ask("GET", "/users/@me", undefined, { token: "nobody's" });
    assert.deepEqual([denied.status, denied.body], [401, { message: "401: Unauthorized", code: 0 }]);
    const unknown = await lab.ask("GET", "/nowhere");
    assert.deepEqual([unknown.status, unknown.body], [404, { message: "404: Not Found", code: 0 }]);
  }),
  assumed("an application finds itself under both of its addresses", "libraries ask the one or the other", async (lab) => {
    const me = await lab.get(ME);
    assert.equal(me.id, APPLICATION_ID);
    assert.equal(me.bot.bot, true);
    assert.equal((await lab.get("/oauth2/applications/@me")).id, me.id);
  }),
  assumed("an application changes what it says of itself, and what it does not name stays", "a PATCH as all others", async (lab) => {
    await lab.expect(200, "PATCH", ME, { description: "Makes things", tags: ["craft"] });
    const after = await lab.expect(200, "PATCH", ME, { custom_install_url: "https://example.com/" });
    assert.deepEqual([after.description, after.tags, after.custom_install_url], ["Makes things", ["craft"], "https://example.com/"]);
    assert.equal((await lab.get(ME)).description, "Makes things");
  }),
  assumed("of its flags an application sets those of the privileged intents, and no others", "the portal's switches; verified bots have theirs from Discord", async (lab) => {
    assert.equal((await lab.expect(200, "PATCH", ME, { flags: 1 << 19 })).flags, 1 << 19);
    assert.deepEqual(placesOf(await lab.ask("PATCH", ME, { flags: 1 << 18 })), ["flags"]);
  }),
  assumed("an interactions endpoint that does not answer Discord's ping is refused", "the portal says that it could not be verified", async (lab) => {
    assert.deepEqual(placesOf(await lab.ask("PATCH", ME, { interactions_endpoint_url: "https://example.com/interactions" })), ["interactions_endpoint_url"]);
  }),
  assumed("answers are application/json, with no charset behind it", "oceanic.js reads only answers whose content type is exactly that", async (lab) => {
    for (const path of ["/gateway/bot", "/nowhere"]) assert.equal((await lab.ask("GET", path)).headers.get("content-type"), "application/json");
  }),
];
