import { GatewayDispatchEvents as Events, GatewayIntentBits, GatewayOpcodes as Op, InteractionResponseType as Answers, InteractionType } from "discord-api-types/v10";
import { once } from "node:events";
import { WebSocket } from "ws";
import { Times } from "../measuring/times.ts";
import { Asking } from "./asking.ts";
import type { BenchSandbox } from "./open.ts";

const ROUNDS = 3;
const CONNECTIONS = 256;
const FORM = { custom_id: "form", title: "Form", components: [{ type: 18, label: "Text", component: { type: 4, custom_id: "text", style: 1 } }] };
const EPHEMERAL = 64;

interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
}

/** Everybody at the same instant: a command, the bot's form, the form sent, the bot's reply, which only they see. */
export async function benchPeople({ url, gatewayUrl, token, applicationId }: BenchSandbox, channelId: string): Promise<readonly string[]> {
  const asking = new Asking(url, CONNECTIONS);
  const people = (await asking.expect<{ id: string }[]>("GET", "/sandbox/people")).map(({ id }) => id);
  await asking.expect("PUT", `/api/v10/applications/${applicationId}/commands`, [{ name: "form", description: "Opens a form" }], { authorization: `Bot ${token}` });
  const answered = new Map<string, PromiseWithResolvers<void>>();
  const waitFor = (id: string): PromiseWithResolvers<void> => {
    const known = answered.get(id) ?? Promise.withResolvers<void>();
    answered.set(id, known);
    return known;
  };
  let missed = 0;
  const answer = async ({ id, token: secret, type }: Interaction): Promise<void> => {
    const body =
      type === InteractionType.ApplicationCommand
        ? { type: Answers.Modal, data: FORM }
        : { type: Answers.ChannelMessageWithSource, data: { content: "Thank you", flags: EPHEMERAL } };
    const { status } = await asking.ask("POST", `/api/v10/interactions/${id}/${secret}/callback`, body);
    if (status >= 400) missed += 1;
    waitFor(id).resolve();
  };
  const bot = await connectBot(gatewayUrl, token, (interaction) => void answer(interaction));

  const flow = new Times();
  const act = async (personId: string, action: string, body: object): Promise<string> => {
    const { interactionId } = await asking.expect<{ interactionId: string }>("POST", `/sandbox/people/${personId}/${action}`, body);
    const id = interactionId;
    await waitFor(id).promise;
    answered.delete(id);
    return id;
  };
  const takePart = async (personId: string): Promise<void> => {
    const interactionId = await act(personId, "command", { channelId, applicationId, name: "form" });
    await act(personId, "modal", { interactionId, fields: [{ customId: "text", value: "Hello" }] });
  };
  const walls: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now();
    await Promise.all(people.map((person) => flow.time(() => takePart(person))));
    walls.push((performance.now() - from) / 1000);
  }
  bot.close();
  asking.close();
  const seconds = walls.map((wall) => wall.toFixed(2)).join(", ");
  return [
    `${people.length.toLocaleString("en")} people at the same instant, a command, a form and a reply each, ${ROUNDS} times: ${seconds} s in all; answers that missed Discord's 3 s: ${missed}`,
    `  each    ${flow.summary()}`,
  ];
}

/** A bare bot: it identifies, and hears interactions. */
async function connectBot(gatewayUrl: string, token: string, hear: (interaction: Interaction) => void): Promise<WebSocket> {
  const socket = new WebSocket(`${gatewayUrl}?v=10&encoding=json`);
  const ready = new Promise<void>((resolve) => {
    socket.on("message", (data: Buffer) => {
      const { t, d } = JSON.parse(data.toString("utf8")) as { t: Events | null; d: Interaction };
      if (t === Events.Ready) resolve();
      if (t === Events.InteractionCreate) hear(d);
    });
  });
  await once(socket, "open");
  socket.send(JSON.stringify({ op: Op.Identify, d: { token, intents: GatewayIntentBits.Guilds, properties: { os: "linux", browser: "bench", device: "bench" } } }));
  await ready;
  return socket;
}
