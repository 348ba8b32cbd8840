import { request } from "node:http";
import { expect, test } from "vitest";
import { Lab } from "./conformance/lab.ts";
import { mayBeBot } from "./own-site.ts";

test.each([
  ["a bot", { host: "127.0.0.1:4400" }, "127.0.0.1", true],
  ["a bot that knows it by its name", { host: "localhost:4400" }, "127.0.0.1", true],
  ["its own page", { host: "localhost:4400", origin: "http://localhost:4400" }, "127.0.0.1", true],
  ["another site", { host: "127.0.0.1:4400", origin: "https://evil.example" }, "127.0.0.1", false],
  ["a site whose name was made to lead here", { host: "evil.example:4400", origin: "http://evil.example:4400" }, "127.0.0.1", false],
  ["the same, where browsers name no origin", { host: "evil.example:4400" }, "127.0.0.1", false],
  ["nobody", {}, "127.0.0.1", false],
  ["a bot in a container", { host: "sandbox:4400" }, "0.0.0.0", true],
  ["a bot that knows it by the name it was told to listen on", { host: "sandbox.lan:4400" }, "sandbox.lan", true],
  ["another site, in a network", { host: "sandbox:4400", origin: "http://sandbox:4400" }, "0.0.0.0", false],
])("of %s it is known whether it may be a bot", (_who, headers, host, may) => {
  expect(mayBeBot(headers, host)).toBe(may);
});

test("a site that somebody has open gets nothing from the REST API, whatever name it made of this machine", async () => {
  await using lab = new Lab();
  const { apiUrl, token } = await lab.start();
  const { port } = new URL(apiUrl);
  const statusFor = (headers: Readonly<Record<string, string>>) =>
    new Promise<number | undefined>((resolve, reject) => {
      request(`${apiUrl}/v10/users/@me`, { headers: { authorization: `Bot ${token}`, ...headers } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on("error", reject)
        .end();
    });
  expect(await statusFor({})).toBe(200);
  expect(await statusFor({ host: `evil.example:${port}` })).toBe(403);
  expect(await statusFor({ host: `evil.example:${port}`, origin: `http://evil.example:${port}` })).toBe(403);
  expect(await statusFor({ origin: "https://evil.example" })).toBe(403);
});
