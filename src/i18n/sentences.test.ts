import { expect, it } from "vitest";
import { defineTexts } from "../kernel/texts.ts";
import { missingIn, sentencesFor } from "./sentences.ts";

const texts = defineTexts("desk", { hello: "Hello", waits_one: "{{count}} waits", waits_other: "{{count}} wait" }, { de: { hello: "Hallo", waits_other: "{{count}} warten" }, pl: {} });

it("asks of a language every sentence, in every plural form that it has", () => {
  expect(sentencesFor(texts, "de").map(({ key }) => key)).toEqual(["hello", "waits_one", "waits_other"]);
  expect(sentencesFor(texts, "pl").map(({ key }) => key).toSorted()).toEqual(["hello", "waits_few", "waits_many", "waits_one", "waits_other"]);
});

it("gives what is missing in English, all of it for a language that nobody has begun", () => {
  expect(missingIn(texts, "de")).toEqual({ waits_one: "{{count}} waits" });
  expect(missingIn(texts, "it")).toEqual({ hello: "Hello", waits_one: "{{count}} waits", waits_many: "{{count}} wait", waits_other: "{{count}} wait" });
});
