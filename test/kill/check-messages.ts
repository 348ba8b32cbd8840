/** What must be true of the messages in Discord, as sentences about what is not. */
import type { APIMessage } from "discord-api-types/v10";
import { textOf, usableComponents } from "../../sandbox/driver.ts";
import { APPLICATION_ID, CHANNELS, type Sandbox } from "../../sandbox/index.ts";
import { boardTexts } from "../../src/features/board/texts.ts";
import { cardView } from "../../src/features/board/card-view.ts";
import { newsOf } from "../../src/features/notifications/news.ts";
import { bundleButton } from "../../src/features/notifications/custom-ids.ts";
import { textsOf } from "../../src/features/notifications/notification-view.ts";
import { notificationsTexts } from "../../src/features/notifications/texts.ts";
import { panelButton } from "../../src/features/panel/custom-ids.ts";
import { claimButton, detailsButton } from "../../src/features/requests/custom-ids.ts";
import { isActive } from "../../src/features/requests/request.ts";
import { createTranslators } from "../../src/i18n/translators.ts";
import { textOf as textOfView } from "../../src/testing/view-text.ts";
import type { View } from "../../src/features/contract.ts";
import type { Facts } from "./facts.ts";
import { replay } from "./replay.ts";

/** Each piece of news reached its person once, and what concerns one request came in order. */
export async function checkNotifications({ requests, trail }: Facts, sandbox: Sandbox): Promise<readonly string[]> {
  const translators = await createTranslators([notificationsTexts]);
  const due = new Map<string, string[]>();
  for (const request of requests) {
    for (const event of replay(request, trail.get(request.id) ?? [])) {
      for (const news of newsOf(event)) {
        const say = translators(news.locale).in(notificationsTexts);
        add(due, `${news.to} about #${request.number}`, textsOf(say, request, news).body.replaceAll("\n", " / "));
      }
    }
  }
  const numberOf = new Map(requests.map(({ id, number }) => [id, number]));
  const sent = new Map<string, string[]>();
  const messages = directMessages(sandbox);
  for (const { to, message } of messages) {
    for (const { number, sentence } of newsIn(message, numberOf)) add(sent, `${to} about #${number}`, sentence);
  }
  return [
    ...twiceIn(messages.map(({ message }) => message)).map((mark) => `the message ${mark} reached a person twice`),
    ...[...new Set([...due.keys(), ...sent.keys()])].flatMap((whom) => {
      const [expected, found] = [due.get(whom)?.join(" | "), sent.get(whom)?.join(" | ")];
      return expected === found ? [] : [`to ${whom}:\n    due:  ${expected ?? "nothing"}\n    sent: ${found ?? "nothing"}`];
    }),
  ];
}

/** What a message tells of which requests: of one, or of several with a line each. */
function newsIn(message: APIMessage, numberOf: ReadonlyMap<string, number>): readonly { readonly number: number | undefined; readonly sentence: string }[] {
  const [heading, ...lines] = gist(message).split(" / ");
  const address = addressIn(message);
  if (address?.requestId !== "") return [{ number: numberOf.get(address?.requestId ?? ""), sentence: lines.join(" / ") }];
  const found = ` / ${lines.join(" / ")}`.split(/ \/ \*\*#(?=\d+\*\* )/).slice(1);
  if (found.length === 0) throw new Error(`a message about several requests names none: ${heading}`);
  return found.map((line) => ({ number: Number(/^\d+/.exec(line)?.[0]), sentence: line.replace(/^\d+\*\* /, "") }));
}

/** Each request has one card, which shows how it is now. One that ended before its card was sent has none. */
export async function checkBoard({ requests }: Facts, sandbox: Sandbox): Promise<readonly string[]> {
  const say = (await createTranslators([boardTexts]))("en-US").in(boardTexts);
  const cards = Map.groupBy(messagesIn(sandbox, CHANNELS.craftingBoard), (card) => addressIn(card)?.requestId ?? "nothing");
  const known = new Set(requests.map(({ id }) => id));
  const strange = cards.keys().filter((id) => !known.has(id)).map((id) => `the board has a card of ${id}, which is not there`);
  return [
    ...strange,
    ...requests.flatMap((request) => {
      const [card, ...more] = cards.get(request.id) ?? [];
      const what = `#${request.number} (${request.state})`;
      if (more.length > 0) return [`${what} has ${more.length + 1} cards`];
      if (!card) return isActive(request) ? [`${what} has no card`] : [];
      const expected = gist(cardView({ say, professionName: null, mark: "", soonUntil: 0 }, request));
      return gist(card) === expected ? [] : [`the card of ${what} is out of date:\n    should: ${expected}\n    shows:  ${gist(card)}`];
    }),
  ];
}

/** The panel is there once. */
export function checkPanel(sandbox: Sandbox): readonly string[] {
  const panels = messagesIn(sandbox, CHANNELS.craftingDesk).filter((message) => usableComponents(message).some(({ custom_id }) => panelButton.decode(custom_id) !== null));
  return panels.length === 1 ? [] : [`there are ${panels.length} panels`];
}

/** What the bot sent of itself, oldest first: no replies, which are in nobody's outbox. */
const messagesIn = ({ world }: Sandbox, channelId: string): APIMessage[] =>
  [...(world.messages.get(channelId)?.values() ?? [])].filter(({ api, interactionId }) => api.author.id === APPLICATION_ID && interactionId === null).map(({ api }) => api);

function directMessages(sandbox: Sandbox): readonly { readonly to: string; readonly message: APIMessage }[] {
  return [...sandbox.world.channels.values()].flatMap((channel) => {
    const to = "recipients" in channel ? channel.recipients?.find(({ id }) => id !== APPLICATION_ID)?.id : undefined;
    return to === undefined ? [] : messagesIn(sandbox, channel.id).map((message) => ({ to, message }));
  });
}

/** `requestId`: empty when it is about several. */
function addressIn(message: APIMessage): { readonly requestId: string; readonly mark: string } | null {
  for (const { custom_id: id } of usableComponents(message)) {
    const address = detailsButton.decode(id) ?? claimButton.decode(id);
    if (address) return address;
    const several = bundleButton.decode(id);
    if (several) return { requestId: "", mark: several.mark };
  }
  return null;
}

function twiceIn(messages: readonly APIMessage[]): readonly string[] {
  const byMark = Map.groupBy(messages, (message) => addressIn(message)?.mark ?? "without a mark");
  return [...byMark].flatMap(([mark, same]) => (same.length > 1 ? [mark] : []));
}

/** The first text: what it says, without what depends on the time. */
function gist(shown: APIMessage | View): string {
  const words = "id" in shown ? textOf(shown) : textOfView(shown);
  return words.split("\n-# ", 1)[0]?.replaceAll("\n", " / ") ?? "";
}

function add(to: Map<string, string[]>, key: string, text: string): void {
  const known = to.get(key);
  if (known) known.push(text);
  else to.set(key, [text]);
}
