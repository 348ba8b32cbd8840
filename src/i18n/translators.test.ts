import { expect, it } from "vitest";
import { defineTexts } from "../kernel/texts.ts";
import { createTranslators } from "./translators.ts";

const texts = defineTexts(
  "desk",
  { hello: "Hello {{name}}", bye: "Bye", waits_one: "{{count}} request waits", waits_other: "{{count}} requests wait" },
  {
    pl: { hello: "Cześć {{name}}", waits_one: "Czeka {{count}} zlecenie", waits_few: "Czekają {{count}} zlecenia", waits_many: "Czeka {{count}} zleceń" },
    "pt-BR": { hello: "Olá {{name}}" },
    "es-ES": { hello: "Hola {{name}}", waits_one: "Espera {{count}} petición", waits_other: "Esperan {{count}} peticiones" },
  },
);
const otherRoom = defineTexts("queue", { hello: "Hello crafter" });

it.each([
  ["en-US", "Hello Eva", "Bye"],
  ["en-GB", "Hello Eva", "Bye"],
  ["pl", "Cześć Eva", "Bye"],
  ["pt-BR", "Olá Eva", "Bye"],
  ["es-ES", "Hola Eva", "Bye"],
  ["es-419", "Hola Eva", "Bye"],
  ["ja", "Hello Eva", "Bye"],
])("speaks to %s in their language where the room has it, else in English", async (locale, hello, bye) => {
  const say = (await createTranslators([texts, otherRoom]))(locale).in(texts);
  expect([say("hello", { name: "Eva" }), say("bye")]).toEqual([hello, bye]);
});

it("uses each language's own plural forms", async () => {
  const translators = await createTranslators([texts]);
  const waits = (locale: string) => [1, 3, 12].map((count) => translators(locale).in(texts)("waits", { count }));
  expect(waits("en-US")).toEqual(["1 request waits", "3 requests wait", "12 requests wait"]);
  expect(waits("pl")).toEqual(["Czeka 1 zlecenie", "Czekają 3 zlecenia", "Czeka 12 zleceń"]);
});

it("uses a language's general form where it has none for so many", async () => {
  const waits = (await createTranslators([texts]))("es-ES").in(texts);
  expect([1, 2, 1_000_000].map((count) => waits("waits", { count }))).toEqual(["Espera 1 petición", "Esperan 2 peticiones", "Esperan 1000000 peticiones"]);
});

it.each([
  ["pl", "pl", "en"],
  ["pt-BR", "pt-BR", "en"],
  ["es-419", "es-ES", "en"],
  ["de", "en", "en"],
])("says in which language it speaks to %s", async (locale, hello, bye) => {
  const translator = (await createTranslators([texts]))(locale);
  expect([translator.languageOf(texts, "hello"), translator.languageOf(texts, "bye")]).toEqual([hello, bye]);
});

it("keeps rooms' words apart, and refuses two of one name", async () => {
  const say = (await createTranslators([texts, otherRoom]))("pl").in(otherRoom);
  expect(say("hello")).toBe("Hello crafter");
  await expect(createTranslators([texts, defineTexts("desk", {})])).rejects.toThrow(/namespace "desk"/);
});

it("puts in what people typed as it is, never as a text of its own", async () => {
  const say = (await createTranslators([texts]))("en-US").in(texts);
  expect(say("hello", { name: "<b> {{bye}} $t(bye) & more" })).toBe("Hello <b> {{bye}} $t(bye) & more");
});
