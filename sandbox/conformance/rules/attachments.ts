import assert from "node:assert/strict";
import { CHANNELS } from "../../index.ts";
import type { Body, Lab } from "../lab.ts";
import { assumed, documented, type Rule } from "../rule.ts";

const GENERAL = `/channels/${CHANNELS.general}/messages`;
const MIB = 1024 * 1024;
const DAY_MS = 24 * 3_600_000;
/** A PNG of 1 by 1 pixel. */
const PIXEL = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const V2 = 1 << 15;

/** A form with these files, in the order of their names, and this payload. */
function form(files: Readonly<Record<string, string | Buffer>>, payload: object = {}): FormData {
  const data = new FormData();
  data.set("payload_json", JSON.stringify(payload));
  for (const [index, [name, content]] of Object.entries(files).entries()) data.set(`files[${index}]`, new Blob([typeof content === "string" ? content : new Uint8Array(content)]), name);
  return data;
}

const post = (lab: Lab, files: Readonly<Record<string, string | Buffer>>, payload: object = {}): Promise<Body> => lab.expect(200, "POST", GENERAL, form(files, payload));
const texts = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.txt`, String(index)]));
const names = ({ attachments }: Body): string[] => attachments.map(({ filename }: { filename: string }) => filename);
const status = async (url: string): Promise<number> => (await fetch(url)).status;

export const attachmentRules: readonly Rule[] = [
  documented("files come in files[n], what is told of them in the row with the same id", "resources/message.mdx:681", async (lab) => {
    const rows = [{ id: 1, description: "the second", title: "Second", is_spoiler: true }, { id: "0", filename: "first.txt" }];
    const { attachments } = await post(lab, { "a.txt": "one", "b.txt": "two!" }, { content: "two files", attachments: rows });
    assert.deepEqual(attachments.map(({ filename, size, description, title, flags }: Body) => [filename, size, description, title, flags]), [
      ["first.txt", 3, undefined, undefined, undefined],
      ["b.txt", 4, "the second", "Second", 8],
    ]);
  }),
  documented("a description has at most 1024 characters", "resources/message.mdx:684", async (lab) => {
    const body = await lab.refused(400, 50035, "POST", GENERAL, form({ "a.txt": "a" }, { attachments: [{ id: 0, description: "x".repeat(1025) }] }));
    assert.deepEqual(Object.keys(body.errors.attachments[0]), ["description"]);
  }),
  documented("an attachment's address is signed: ex, is and hm, the first two seconds in hex", "reference.mdx:405", async (lab) => {
    const { attachments } = await post(lab, { "list.txt": "some text" });
    const { searchParams, pathname } = new URL(attachments[0].url);
    assert.match(pathname, new RegExp(`^/attachments/${CHANNELS.general}/${attachments[0].id}/list.txt$`));
    assert.equal(Number.parseInt(searchParams.get("is") ?? "", 16), Math.floor(lab.clock.now() / 1000));
    assert.ok(Number.parseInt(searchParams.get("ex") ?? "", 16) > lab.clock.now() / 1000);
    assert.match(searchParams.get("hm") ?? "", /^[0-9a-f]{64}$/);
    assert.equal(await (await fetch(attachments[0].url)).text(), "some text");
  }),
  documented("who asks for a message again gets addresses that work again", "reference.mdx:405", async (lab) => {
    const { id, attachments } = await post(lab, { "a.png": PIXEL }, { embeds: [{ image: { url: "attachment://a.png" } }] });
    lab.clock.advance(30 * DAY_MS);
    assert.equal(await status(attachments[0].url), 404);
    const again = await lab.get(`${GENERAL}/${id}`);
    assert.deepEqual([await status(again.attachments[0].url), await status(again.embeds[0].image.url)], [200, 200]);
  }),
  assumed("an address works for a day", "bots see ex a day after is", async (lab) => {
    const { attachments } = await post(lab, { "a.txt": "a" });
    lab.clock.advance(DAY_MS - 2000);
    assert.equal(await status(attachments[0].url), 200);
    lab.clock.advance(2000);
    assert.equal(await status(attachments[0].url), 404);
  }),
  assumed("a signature that is changed, missing or another file's opens nothing", "the CDN answers 404 to all three", async (lab) => {
    const { attachments } = await post(lab, { "a.txt": "a", "b.txt": "b" });
    const [first, second] = attachments.map(({ url }: { url: string }) => new URL(url));
    const [, signature = ""] = second.href.split("?");
    const later = first.href.replace(/ex=[0-9a-f]+/, "ex=7fffffff");
    assert.deepEqual(await Promise.all([first.origin + first.pathname, `${first.origin}${first.pathname}?${signature}`, later].map(status)), [404, 404, 404]);
  }),
  assumed("addresses that are over can be made fresh without their message", "bots and Discord's client ask attachments/refresh-urls", async (lab) => {
    const { attachments } = await post(lab, { "a.txt": "a" });
    lab.clock.advance(2 * DAY_MS);
    const { refreshed_urls: list } = await lab.expect(200, "POST", "/attachments/refresh-urls", { attachment_urls: [attachments[0].url] });
    assert.equal(list[0].original, attachments[0].url);
    assert.equal(await status(list[0].refreshed), 200);
    await lab.refused(400, 50035, "POST", "/attachments/refresh-urls", { attachment_urls: [] });
  }),
  documented("pictures come with their size in pixels, other files without", "resources/message.mdx:656", async (lab) => {
    const { attachments } = await post(lab, { "a.png": PIXEL, "b.txt": "b" });
    assert.deepEqual(attachments.map(({ width, height, content_type }: Body) => [width, height, content_type]), [[1, 1, "image/png"], [undefined, undefined, "application/octet-stream"]]);
  }),
  documented("files of an edit are added to those before", "resources/message.mdx:1185", async (lab) => {
    const { id } = await post(lab, { "a.txt": "a" });
    assert.deepEqual(names(await lab.expect(200, "PATCH", `${GENERAL}/${id}`, form({ "b.txt": "b" }))), ["a.txt", "b.txt"]);
  }),
  documented("an edit's attachments name all that shall be there, those kept and those new", "resources/message.mdx:1188", async (lab) => {
    const { id, attachments } = await post(lab, { "a.txt": "a", "b.txt": "b" }, { content: "files" });
    const rows = [{ id: attachments[1].id, description: "kept", is_spoiler: true }, { id: 0 }];
    const edited = await lab.expect(200, "PATCH", `${GENERAL}/${id}`, form({ "c.txt": "c", "d.txt": "d" }, { attachments: rows }));
    assert.deepEqual(names(edited), ["b.txt", "c.txt"]);
    assert.deepEqual([edited.attachments[0].description, edited.attachments[0].flags], ["kept", 8]);
    assert.deepEqual(names(await lab.expect(200, "PATCH", `${GENERAL}/${id}`, { attachments: [] })), []);
  }),
  assumed("the files of what is edited out, deleted or in a channel that is gone are gone too", "their addresses answer 404", async (lab) => {
    const { world } = await lab.start();
    const { id, attachments } = await post(lab, { "a.txt": "a", "b.png": PIXEL }, { embeds: [{ image: { url: "attachment://b.png" } }] });
    const edited = await lab.expect(200, "PATCH", `${GENERAL}/${id}`, { attachments: [] });
    assert.deepEqual([await status(attachments[0].url), await status(edited.embeds[0].image.url), world.attachments.size], [404, 200, 1]);
    await lab.expect(204, "DELETE", `${GENERAL}/${id}`);
    assert.deepEqual([await status(edited.embeds[0].image.url), world.attachments.size], [404, 0]);
    const thread = await lab.expect(201, "POST", `/channels/${CHANNELS.general}/threads`, { name: "aside", type: 11 });
    await lab.expect(200, "POST", `/channels/${thread.id}/messages`, form({ "c.txt": "c" }));
    await post(lab, { "d.txt": "d" });
    assert.equal(world.attachments.size, 2);
    await lab.expect(200, "DELETE", `/channels/${CHANNELS.general}`);
    assert.equal(world.attachments.size, 0);
  }),
  assumed("a file that somebody chose for an option is gone a day later", "the documents say that ephemeral attachments are removed after a set time, and no number", async (lab) => {
    const { world } = await lab.start();
    await (await lab.person("eva")).upload("mine.png", "image/png", new Uint8Array(PIXEL));
    lab.clock.advance(DAY_MS - 1);
    assert.equal(world.attachments.size, 1);
    lab.clock.advance(1);
    assert.equal(world.attachments.size, 0);
  }),
  assumed("a row for a file that was not sent is refused", "bots get 50035 with ATTACHMENT_NOT_FOUND", async (lab) => {
    const body = await lab.refused(400, 50035, "POST", GENERAL, { content: "x", attachments: [{ id: 0, filename: "a.txt" }] });
    assert.deepEqual(Object.keys(body.errors.attachments[0]), ["id"]);
  }),
  documented("a file may have 10 MiB", "reference.mdx:430", async (lab) => {
    await post(lab, { "a.bin": Buffer.alloc(10 * MIB) });
    await lab.refused(413, 40005, "POST", GENERAL, form({ "a.bin": Buffer.alloc(10 * MIB + 1) }));
  }),
  documented("a request may have 25 MiB", "resources/message.mdx:1072", async (lab) => {
    const big = Buffer.alloc(9 * MIB);
    await lab.refused(413, 40005, "POST", GENERAL, form({ "a.bin": big, "b.bin": big, "c.bin": big }));
  }),
  documented("a message takes ten files", "topics/opcodes-and-status-codes.mdx:210", async (lab) => {
    const { id } = await post(lab, texts(10));
    await lab.refused(400, 30015, "POST", GENERAL, form(texts(11)));
    await lab.refused(400, 30015, "PATCH", `${GENERAL}/${id}`, form(texts(1)));
  }),
  documented("in Components V2 a file is shown by what names it, with its name and size", "components/reference.mdx:16", async (lab) => {
    const components = [
      { type: 13, file: { url: "attachment://a.txt" } },
      { type: 12, items: [{ media: { url: "attachment://b.png" } }] },
    ];
    const { components: shown, attachments } = await post(lab, { "a.txt": "abc", "b.png": PIXEL }, { flags: V2, components });
    assert.deepEqual([shown[0].name, shown[0].size, shown[0].spoiler, shown[0].file.attachment_id], ["a.txt", 3, false, attachments[0].id]);
    assert.deepEqual([shown[1].items[0].media.width, shown[1].items[0].description], [1, null]);
    assert.equal(await status(shown[1].items[0].media.url), 200);
  }),
  assumed("components cannot show a file that the message has not", "bots get 50035 with UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", async (lab) => {
    const body = await lab.refused(400, 50035, "POST", GENERAL, { flags: V2, components: [{ type: 13, file: { url: "attachment://a.txt" } }] });
    assert.match(JSON.stringify(body.errors.components), /UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND/);
  }),
  documented("a form's values stand in payload_json or each in a field of its own", "resources/message.mdx:1089", async (lab) => {
    const data = new FormData();
    data.set("content", "in a field");
    data.set("files[0]", new Blob(["a"]), "a.txt");
    const { content, attachments } = await lab.expect(200, "POST", GENERAL, data);
    assert.deepEqual([content, attachments.length], ["in a field", 1]);
  }),
];
