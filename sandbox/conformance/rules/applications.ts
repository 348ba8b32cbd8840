import assert from "node:assert/strict";
import { APPLICATION_ID, CHANNELS } from "../../index.ts";
import type { Body } from "../lab.ts";
import { placesOf } from "../problems.ts";
import { assumed, documented, type Rule } from "../rule.ts";

const ME = "/applications/@me";

export const applicationRules: readonly Rule[] = [
  assumed("a token that nobody has is 401 and an unknown address 404, both with code 0", "what every library is answered", async (lab) => {
    const denied = await lab.ask("GET", "/users/@me", undefined, { token: "nobody's" });
    assert.deepEqual([denied.status, denied.body], [401, { message: "401: Unauthorized", code: 0 }]);
    const unknown = await lab.ask("GET", "/nowhere");
    assert.deepEqual([unknown.status, unknown.body], [404, { message: "404: Not Found", code: 0 }]);
  }),
  documented("a method that an address does not have is 405", "topics/opcodes-and-status-codes.mdx:126", async (lab) => {
    for (const [method, path] of [["POST", "/gateway"], ["PUT", "/users/@me"], ["DELETE", `/channels/${CHANNELS.general}/messages?limit=1`]] as const) {
      const { status, body } = await lab.ask(method, path);
      assert.deepEqual([method, path, status, body], [method, path, 405, { message: "405: Method Not Allowed", code: 0 }]);
    }
    assert.equal((await lab.ask("PUT", "/users")).status, 404);
  }),
  assumed("what stands for an id in an address and is none is refused before it is looked up", "bots that ask for undefined are told NUMBER_TYPE_COERCE at channel_id", async (lab) => {
    const about = async (path: string, method = "GET", body?: object) => {
      const { errors } = await lab.refused(400, 50035, method, path, body);
      return Object.entries(errors).map(([key, { _errors: found }]: [string, Body]) => `${key} ${found[0].code} ${found[0].message}`);
    };
    assert.deepEqual(await about("/channels/undefined"), [`channel_id NUMBER_TYPE_COERCE Value "undefined" is not snowflake.`]);
    assert.deepEqual(await about("/guilds/abc/members/def"), [`guild_id NUMBER_TYPE_COERCE Value "abc" is not snowflake.`, `user_id NUMBER_TYPE_COERCE Value "def" is not snowflake.`]);
    assert.deepEqual(await about("/webhooks/abc/token", "POST", { content: "x" }), [`webhook_id NUMBER_TYPE_COERCE Value "abc" is not snowflake.`]);
    assert.equal((await lab.ask("GET", "/channels/undefined", undefined, { token: "nobody's" })).status, 401);
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
