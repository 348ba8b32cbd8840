import type { APIMessage } from "discord-api-types/v10";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { PEOPLE, readWorldFile } from "../../sandbox/index.ts";
import type { Driver } from "../../sandbox/driver.ts";
import { card, DESK, request, said, selectOf } from "./actions.ts";
import { type OpenDesk, openDesk, SETTINGS } from "./desk.ts";

const WORLD = join(import.meta.dirname, "../../sandbox/worlds/the-gilded-anvil.yaml");
const LOCALES = { eva: "de", corwin: "fr", sylra: "es-419", brann: "pt-BR" };

/** The Gilded Anvil, some of whose people have set their Discord to another language. */
const world = () => readWorldFile(Object.entries(LOCALES).reduce((yaml, [name, locale]) => yaml.replace(new RegExp(`(username: ${name},.*) }`), `$1, locale: ${locale} }`), readFileSync(WORLD, "utf8")), "the world of this test");

let desk: OpenDesk;
let eva: Driver, corwin: Driver, sylra: Driver, brann: Driver;
beforeAll(async () => {
  desk = await openDesk("sqlite", { ...SETTINGS, language: "fr" }, {}, { world: world() });
  [eva, corwin, sylra, brann] = await Promise.all([desk.person("eva"), desk.person("corwin"), desk.person("sylra"), desk.person("brann")]);
});
afterAll(() => desk.close());

const status = async (person: Driver) => said(await person.command({ channelId: DESK, name: "status" }));

function shown({ message }: { readonly message: APIMessage | null }): APIMessage {
  if (!message) throw new Error("nothing was answered");
  return message;
}

it("answers each person in the language of their Discord, Latin America in Spanish", async () => {
  expect(await status(eva)).toContain("Du hast noch nichts in Auftrag gegeben");
  expect(await status(corwin)).toContain("Tu n'as encore rien commandé");
  expect(await status(sylra)).toContain("Aún no has pedido nada");
  expect(await status(brann)).toContain("Você ainda não pediu nada");
});

it("shows the board in the guild's language, and tells the requester in theirs what a crafter did in another", async () => {
  await request(eva, "crusader", 2);
  const onBoard = await card(sylra, "Crusader", "Ouverte");
  expect(said(await sylra.press(onBoard, "Prendre"))).toContain("Es tuyo. Pulsa **Empezar**");
  const told = await eva.waitForDirectMessage(() => true);
  expect(JSON.stringify(told.components)).toContain("hat deinen Auftrag übernommen");
});

it("speaks the guild's language to a crafter who has pressed nothing yet", async () => {
  const tobin = await desk.person("tobin");
  const made = await request(eva, "crusader", 1);
  const asked = await tobin.press(await tobin.press(await card(tobin, `#${/#(\d+)/.exec(JSON.stringify(made))?.[1]}`), "Détails").then(shown), "Assign…").then(shown);
  await tobin.press(asked, selectOf(asked, "request.assign").id, [PEOPLE.isolde]);
  const isolde = await desk.person("isolde");
  expect(JSON.stringify((await isolde.waitForDirectMessage(() => true)).components)).toContain("Une commande pour toi");
});

it("describes its commands in each language", () => {
  const commands = eva.snapshot.applications.flatMap((application) => application.commands);
  const request = commands.find(({ name }) => name === "request");
  expect(request).toMatchObject({ description_localizations: { de: "Etwas in Auftrag geben", fr: "Commander une fabrication", "es-ES": "Pedir que se fabrique algo", "pt-BR": "Pedir que algo seja criado" } });
});
