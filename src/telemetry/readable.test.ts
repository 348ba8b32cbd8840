import { expect, test } from "vitest";
import { readable } from "./readable.ts";

test("what comes from outside makes no line of its own and moves nothing in the terminal", () => {
  const written: string[] = [];
  readable((text) => void written.push(text)).write(`${JSON.stringify({ level: 30, time: 0, msg: "Hello", who: "eve\n00:00:00 info: forged \u001b[2J\u009b", err: { stack: "Error: one\n    at \u0007two" } })}\n`);
  const [line = "", ...rest] = written.join("").split("\n");
  expect(line).toMatch(/^\d\d:\d\d:\d\d info: Hello who=eve\\n00:00:00 info: forged \\u001b\[2J\\u009b$/);
  expect(rest).toEqual(["Error: one", "    at \\u0007two", ""]);
});
