import assert from "node:assert/strict";
import { CHANNELS } from "../../index.ts";
import type { Lab } from "../lab.ts";
import { assumed, documented, type Rule } from "../rule.ts";

const GENERAL = `/channels/${CHANNELS.general}/messages`;
const V2 = 1 << 15;
const button = (more: object = {}) => ({ type: 2, style: 1, label: "Go", custom_id: "go", ...more });
const buttons = (count: number) => Array.from({ length: count }, (_, index) => button({ custom_id: String(index) }));
const row = (...components: object[]) => ({ type: 1, components });
const text = (content = "t") => ({ type: 10, content });
const options = (count: number) => Array.from({ length: count }, (_, index) => ({ label: `o${index}`, value: `v${index}` }));
const select = (more: object = {}) => ({ type: 3, custom_id: "s", options: options(2), ...more });
const rows = (...components: object[]) => ({ components: [row(...components)] });
const v2 = (...components: object[]) => ({ flags: V2, components });
const embed = (more: object) => ({ embeds: [more] });
const picture = (more: object = {}) => ({ media: { url: "https://a.example/a.png" }, ...more });
const gallery = (items: readonly object[]) => v2({ type: 12, items });
const x = (count: number) => "x".repeat(count);
const listOf = <T>(count: number, each: T): T[] => Array.from({ length: count }, () => each);

/** These are sent; those are refused with one of the errors at this place (`components.0.label`). */
async function limits(lab: Lab, sent: readonly object[], refused: readonly (readonly [body: object, place: string])[]): Promise<void> {
  for (const body of sent) await lab.expect(200, "POST", GENERAL, body);
  for (const [body, place] of refused) {
    const { errors } = await lab.refused(400, 50035, "POST", GENERAL, body);
    const at = place.split(".").reduce((inner, key) => inner?.[key], errors);
    assert.ok(at, `${place} is not among ${JSON.stringify(errors)}`);
  }
}

export const messageLimitRules: readonly Rule[] = [
  documented("a message's text has at most 2000 characters", "resources/message.mdx:1080", (lab) => limits(lab, [{ content: x(2000) }, { content: "🔨".repeat(2000) }], [[{ content: x(2001) }, "content"]])),
  documented("a message has at most 10 embeds", "resources/message.mdx:1083", (lab) => limits(lab, [{ embeds: listOf(10, { title: "t" }) }], [[{ embeds: listOf(11, { title: "t" }) }, "embeds"]])),
  documented("each part of an embed has its limit, blanks at the ends not counted", "resources/message.mdx:607", async (lab) => {
    const field = (name: number, value: number) => embed({ fields: [{ name: x(name), value: x(value) }] });
    await limits(
      lab,
      [embed({ title: ` ${x(256)} `, author: { name: x(256) } }), embed({ description: x(4096) }), embed({ title: "t", footer: { text: x(2048) } }), field(256, 1024), embed({ fields: listOf(25, { name: "n", value: "v" }) })],
      [
        [embed({ title: x(257) }), "embeds.0.title"],
        [embed({ description: x(4097) }), "embeds.0.description"],
        [embed({ title: "t", footer: { text: x(2049) } }), "embeds.0.footer.text"],
        [embed({ title: "t", author: { name: x(257) } }), "embeds.0.author.name"],
        [field(257, 1), "embeds.0.fields.0.name"],
        [field(1, 1025), "embeds.0.fields.0.value"],
        [embed({ fields: listOf(26, { name: "n", value: "v" }) }), "embeds.0.fields"],
      ],
    );
    assert.equal((await lab.expect(200, "POST", GENERAL, embed({ title: " t " }))).embeds[0].title, "t");
  }),
  documented("all embeds together have at most 6000 characters", "resources/message.mdx:619", (lab) =>
    limits(lab, [{ embeds: [{ description: x(4000) }, { description: x(2000) }] }], [[{ embeds: [{ description: x(4000) }, { description: x(2001) }] }, "embeds"]])),
  documented("of embeds with one address only the first is there", "resources/message.mdx:621", async (lab) => {
    const { embeds } = await lab.expect(200, "POST", GENERAL, { embeds: [{ title: "a", url: "https://a.example" }, { title: "b", url: "https://a.example" }, { title: "c" }] });
    assert.deepEqual(embeds.map(({ title }: { title: string }) => title), ["a", "c"]);
  }),
  documented("with Components V2 there is no content, embed, poll or sticker", "resources/message.mdx:1098", (lab) =>
    limits(lab, [v2(text())], [
      [{ ...v2(text()), content: "x" }, "content"],
      [{ ...v2(text()), embeds: [{ title: "t" }] }, "embeds"],
      [{ ...v2(text()), poll: {} }, "poll"],
      [{ ...v2(text()), sticker_ids: ["1"] }, "sticker_ids"],
    ])),
  documented("the components of V2 need its flag", "components/reference.mdx:13", (lab) => limits(lab, [], [[{ components: [text()] }, "components.0.type"]])),
  documented("a message has at most 40 components, those inside of others counted", "components/reference.mdx:18", (lab) =>
    limits(lab, [v2({ type: 17, components: listOf(39, text()) })], [[v2({ type: 17, components: listOf(40, text()) }), "components"]])),
  assumed("all Text Displays of a message together have at most 4000 characters", "bots get 50035 with COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", (lab) =>
    limits(lab, [v2(text(x(2000)), text(x(2000)))], [[v2(text(x(4000)), text()), "components"]])),
  documented("a custom id has 1 to 100 characters and is the only one of its kind in the message", "components/reference.mdx:81", (lab) =>
    limits(lab, [rows(button({ custom_id: x(100) }))], [
      [rows(button({ custom_id: x(101) })), "components.0.components.0.custom_id"],
      [rows(button({ custom_id: "" })), "components.0.components.0.custom_id"],
      [rows(button(), button()), "components.0.components.1.custom_id"],
    ])),
  documented("an action row holds up to 5 buttons, or one select", "components/reference.mdx:94", (lab) =>
    limits(lab, [rows(...buttons(5)), rows(select())], [
      [rows(...buttons(6)), "components.0.components"],
      [rows(button(), select()), "components.0.components"],
      [rows(), "components.0.components"],
    ])),
  documented("a message without V2 has up to 5 action rows", "components/reference.mdx:2542", (lab) =>
    limits(lab, [{ components: buttons(5).map((each) => row(each)) }], [[{ components: buttons(6).map((each) => row(each)) }, "components"]])),
  documented("a button's label has at most 80 characters, its address 512", "components/reference.mdx:175", (lab) => {
    const link = (length: number) => ({ type: 2, style: 5, label: "Go", url: `https://a.example/${x(length - 18)}` });
    return limits(lab, [rows(button({ label: x(80) })), rows(link(512))], [
      [rows(button({ label: x(81) })), "components.0.components.0.label"],
      [rows(link(513)), "components.0.components.0.url"],
    ]);
  }),
  documented("a select has up to 25 options of 100 characters, and a placeholder of 150", "components/reference.mdx:300", (lab) => {
    const one = (more: object) => rows(select({ options: [{ label: "l", value: "v", ...more }] }));
    const at = "components.0.components.0";
    return limits(lab, [rows(select({ options: options(25), placeholder: x(150) })), one({ label: x(100), value: x(100), description: x(100) })], [
      [rows(select({ options: options(26) })), `${at}.options`],
      [rows(select({ placeholder: x(151) })), `${at}.placeholder`],
      [one({ label: x(101) }), `${at}.options.0.label`],
      [one({ value: x(101) }), `${at}.options.0.value`],
      [one({ description: x(101) }), `${at}.options.0.description`],
    ]);
  }),
  documented("of a select 0 to 25 are chosen at least, and 1 to 25 at most", "components/reference.mdx:308", (lab) => {
    const at = "components.0.components.0";
    const many = { options: options(25) };
    return limits(lab, [rows(select({ ...many, min_values: 0, max_values: 25 }))], [
      [rows(select({ ...many, min_values: 26 })), `${at}.min_values`],
      [rows(select({ ...many, max_values: 0 })), `${at}.max_values`],
      [rows(select({ ...many, max_values: 26 })), `${at}.max_values`],
    ]);
  }),
  documented("a media gallery has 1 to 10 pictures, each with up to 1024 characters about it", "components/reference.mdx:1727", (lab) => {
    return limits(lab, [gallery(listOf(10, picture({ description: x(1024) })))], [
      [gallery([]), "components.0.items"],
      [gallery(listOf(11, picture())), "components.0.items"],
      [gallery([picture({ description: x(1025) })]), "components.0.items.0.description"],
    ]);
  }),
];
