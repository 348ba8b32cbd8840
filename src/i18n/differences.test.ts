import { expect, it } from "vitest";
import { defineTexts, type OtherTexts } from "../kernel/texts.ts";
import { differencesOf } from "./differences.ts";

const en = { command: "**{{name}}** has 2. Press **Refresh** or type `/status request:#12`", date: "Such as `Friday`", refresh: "Refresh", state: "🟢 Open\nnow", waits_one: "{{count}} waits", waits_other: "{{count}} wait" };
const differences = (de: OtherTexts<typeof en>) => differencesOf(defineTexts("desk", en, { de }), "de").map((line) => line.replace("desk: ", ""));

it("finds nothing in a translation that keeps what must be kept, and in one that is not there", () => {
  expect(
    differences({ command: "Tipp `/status request:#12` oder drück **Auffrischen**: **{{name}}** hat 2", date: "Etwa `Freitag`", refresh: "Auffrischen", state: "🟢 Offen\njetzt", waits_one: "Einer wartet", waits_other: "{{count}} warten" }),
  ).toEqual([]);
  expect(differences({})).toEqual([]);
});

it.each([
  [{ date: " " }, "date: it is empty"],
  [{ command: "**{{nom}}** hat 2. **Refresh** `/status request:#12`" }, "command: placeholders are {{nom}} instead of {{name}}"],
  [{ command: "**{{name}}** hat 2. **Refresh** `/stand request:#12`" }, "command: commands and examples are `/stand request:#12` instead of `/status request:#12`"],
  [{ command: "**{{name}}** hat 3. **Refresh** `/status request:#12`" }, "command: numbers are 12 3 instead of 12 2"],
  [{ command: "**{{name}}** hat 2. Refresh `/status request:#12`" }, "command: marks of bold and italic are ** ** instead of ** ** ** **"],
  [{ command: "**{{name}}** hat 2. **Aktualisieren** `/status request:#12`", refresh: "Auffrischen" }, "command: it names Auffrischen in other words"],
  [{ date: "Etwa Freitag" }, "date: marks of commands are none instead of ` `"],
  [{ state: "Offen\njetzt" }, "state: beginning are none instead of 🟢 "],
  [{ state: "🟢 Offen jetzt" }, "state: lines are none instead of \n"],
] as const)("finds in %j that %s", (translation, problem) => {
  expect(differences(translation)).toContain(problem);
});

it("finds a sentence that English does not have, such as a plural form that the language has not", () => {
  expect(differencesOf(defineTexts("desk", en, { de: { waits_many: "viele warten" } }), "de")).toEqual(["desk: waits_many: English has no such sentence"]);
});
