import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, inject, it } from "vitest";
import { findChromium } from "./chromium.ts";

const found = inject("chromium");

describe("the browser for tests", () => {
  const folder = mkdtempSync(join(tmpdir(), "guildsmith-chromium-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** A program that says something and ends, in place of a browser. */
  function broken(words: string): string {
    const path = join(folder, "chromium");
    writeFileSync(path, `#!/bin/sh\necho "${words}" >&2\nexit 127\n`);
    chmodSync(path, 0o755);
    return path;
  }

  it.skipIf(process.platform === "win32")("is none when the named one does not start, and says why", async () => {
    const said: string[] = [];
    const path = broken("error while loading shared libraries: libnss3.so");
    expect(await findChromium(path, (sentence) => said.push(sentence))).toBeNull();
    expect(said).toEqual([`${path} does not start: error while loading shared libraries: libnss3.so`]);
  });

  it("is none when the named one is not there", async () => {
    const said: string[] = [];
    expect(await findChromium(join(folder, "nowhere"), (sentence) => said.push(sentence))).toBeNull();
    expect(said).toEqual([expect.stringMatching(/nowhere does not start: .+/)]);
  });

  it.skipIf(found === null)("is one that starts", async () => {
    expect(await findChromium()).toEqual(found);
  });
});
