import { describe, expect, it } from "vitest";
import { routeName } from "./route-name.ts";

const ID = "123456789012345678";

describe("a route's name", () => {
  it.each([
    [`https://discord.com/api/v10/channels/${ID}/messages/${ID}`, "/channels/:id/messages/:id"],
    [`https://discord.com/api/v10/interactions/${ID}/aW50ZXJhY3Rpb24/callback?with_response=true`, "/interactions/:id/:token/callback"],
    [`http://127.0.0.1:4400/api/v10/webhooks/${ID}/token_with-letters/messages/@original`, "/webhooks/:id/:token/messages/@original"],
    [`https://discord.com/api/v10/guilds/${ID}/members/${ID}`, "/guilds/:id/members/:id"],
    [`https://discord.com/api/v10/channels/${ID}/messages/${ID}/reactions/%F0%9F%91%8D/@me`, "/channels/:id/messages/:id/reactions/:emoji/@me"],
    ["https://discord.com/api/v10/users/@me/channels", "/users/@me/channels"],
    ["https://discord.com/api/v10/gateway/bot", "/gateway/bot"],
  ])("of %s is %s", (url, name) => {
    expect(routeName(url)).toBe(name);
  });
});
