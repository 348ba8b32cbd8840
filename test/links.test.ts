import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");
const PAGES = globSync(["*.md", "docs/**/*.md", "bench/*.md", "sandbox/*.md", "packs/*.md"], { cwd: ROOT }).filter((page) => !page.includes("node_modules"));

/** Where a page's links to other files of the repository lead that are not there. */
function deadLinks(page: string): readonly string[] {
  const text = readFileSync(join(ROOT, page), "utf8").replaceAll(/```[\s\S]*?```/g, "");
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = ""]) => (/^[a-z]+:/.test(target) || target.startsWith("#") ? [] : [target.split("#", 1)[0] ?? ""]));
  return targets.filter((target) => !existsSync(resolve(ROOT, dirname(page), target))).map((target) => `${relative(ROOT, join(ROOT, page))}: ${target}`);
}

describe("links between the project's pages", () => {
  it("are looked at on every page", () => {
    expect(PAGES).toEqual(expect.arrayContaining(["README.md", "docs/levers.md", "bench/RESULTS.md"]));
  });

  it.each(PAGES)("lead somewhere in %s", (page) => {
    expect(deadLinks(page)).toEqual([]);
  });
});
