import { expect, it } from "vitest";
import { pageOf } from "./paging.ts";

const all = Array.from({ length: 26 }, (_, index) => index);

it.each([
  [0, { items: all.slice(0, 25), page: 0 }],
  [1, { items: [25], page: 1 }],
  [9, { items: [25], page: 1 }],
  [-1, { items: all.slice(0, 25), page: 0 }],
])("gives page %d", (page, expected) => {
  expect(pageOf(all, page, 25)).toEqual({ ...expected, total: 26, pageCount: 2 });
});

it("has one empty page when there is nothing", () => {
  expect(pageOf([], 3, 25)).toEqual({ items: [], total: 0, page: 0, pageCount: 1 });
});
