import { describe, expect, it } from "vitest";
import { everyText } from "../testing/every-text.ts";
import { tooLong } from "../testing/text-places.ts";
import { differencesOf } from "./differences.ts";
import { missingIn } from "./sentences.ts";

const everything = await everyText();

it("finds the sentences of every room and of the router", () => {
  const rooms = everything.map(({ texts }) => texts.namespace);
  expect(rooms).toEqual(expect.arrayContaining(["router", "board", "characters", "guild-settings", "new-request", "notifications", "panel", "queue", "requests"]));
});

it("says everything in English where Discord shows it whole", () => {
  expect(everything.flatMap((room) => tooLong(room, "en"))).toEqual([]);
});

describe.each(["de", "fr", "es-ES", "pt-BR"])("%s", (language) => {
  it("says everything, in every plural form that it has", () => {
    const missing = everything.map(({ texts }) => [texts.namespace, missingIn(texts, language)] as const).filter(([, sentences]) => Object.keys(sentences).length > 0);
    expect(Object.fromEntries(missing)).toEqual({});
  });

  it("has the placeholders, commands, numbers, marks and names of buttons that English has, and nothing besides", () => {
    expect(everything.flatMap(({ texts }) => differencesOf(texts, language))).toEqual([]);
  });

  it("fits where Discord shows it", () => {
    expect(everything.flatMap((room) => tooLong(room, language))).toEqual([]);
  });
});
