import { REST } from "discord.js";
import { type APIInteraction, InteractionResponseType } from "discord-api-types/v10";
import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AnswerRejected } from "./acknowledgment.ts";
import { createCallbacks } from "./callbacks.ts";

/** What the server answers next, and what it was asked. */
let answer: { status: number; body: object };
let asked: { path: string; authorization: string | undefined }[];
let server: Server;
let rest: REST;
beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push({ path: request.url ?? "", authorization: request.headers.authorization });
    response.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no address");
  rest = new REST({ api: `http://127.0.0.1:${address.port}/api`, version: "10" }).setToken("bot-token");
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const interaction: APIInteraction = Object.assign(Object.create(null), { id: "100000000000000001", token: "interaction-token", application_id: "100000000000000002" });
const respond = () => createCallbacks(rest).respond(interaction, { type: InteractionResponseType.DeferredMessageUpdate });

describe("answers to interactions", () => {
  it("go by the interaction's own token, never with the bot's", async () => {
    answer = { status: 200, body: {} };
    await respond();
    await createCallbacks(rest).editOriginal(interaction, {});
    await createCallbacks(rest).followUp(interaction, {});
    expect(asked).toEqual([
      { path: "/api/v10/interactions/100000000000000001/interaction-token/callback", authorization: undefined },
      { path: "/api/v10/webhooks/100000000000000002/interaction-token/messages/@original", authorization: undefined },
      { path: "/api/v10/webhooks/100000000000000002/interaction-token", authorization: undefined },
    ]);
  });

  it("are told apart: rejected for what is in them, or too late for any", async () => {
    answer = { status: 400, body: { code: 50_035, message: "Invalid Form Body" } };
    await expect(respond()).rejects.toThrow(AnswerRejected);
    answer = { status: 400, body: { code: 40_060, message: "Interaction has already been acknowledged" } };
    await expect(respond()).rejects.toMatchObject({ code: 40_060 });
    answer = { status: 404, body: { code: 10_062, message: "Unknown interaction" } };
    await expect(respond()).rejects.toMatchObject({ code: 10_062 });
  });
});
