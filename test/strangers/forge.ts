import { prefixOf } from "../../src/kernel/custom-id.ts";
import type { Genuine } from "./walk.ts";
import { ELSEWHERE } from "./whole-desk.ts";

/** What is in no field that we write; the first is the id of something that is not there. */
export const NONSENSE: readonly string[] = ["00000000000000000000", "", "nonsense", ELSEWHERE, "-1", "1e9", "2147483648", "999999999999999", "9007199254740993", "__proto__", "constructor", "a\0b", "💥", "\u202Eabc", "%00", "' or 1=1 --", "\uD800"];

/** Something that somebody sends who was never shown it. */
export interface Forged {
  readonly deed: Genuine;
  /** What was changed, for who reads of a failure. */
  readonly how: string;
  /** Whether it names nothing that there is: then nothing may come of it. */
  readonly isVoid: boolean;
}

/** Every forgery of one genuine press or form. */
export const forgeries = (genuine: Genuine): readonly Forged[] => [...ofCustomId(genuine), ...(genuine.kind === "press" ? ofValues(genuine) : ofFields(genuine))];

function ofCustomId(genuine: Genuine): readonly Forged[] {
  const { customId } = genuine;
  const prefix = prefixOf(customId);
  const fields = customId.split(":").slice(1);
  const as = (how: string, forged: string, isVoid: boolean): Forged => ({ deed: { ...genuine, customId: forged }, how, isVoid });
  return [
    as("one field more", `${customId}:1`, true),
    as("of another version", customId.replace(prefix, prefix.replace(/\d+$/, "0")), true),
    as("of a route that is not there", `x${customId}`, true),
    as("as long as it may be", `${customId}${"9".repeat(100)}`.slice(0, 100), false),
    ...(fields.length === 0 ? [] : [as("one field less", customId.slice(0, customId.lastIndexOf(":")), true), as("no field", prefix, true)]),
    ...fields.flatMap((field, index) =>
      NONSENSE.map((nonsense) => as(`field ${index} ${JSON.stringify(nonsense)}`, [prefix, ...fields.with(index, nonsense)].join(":"), isKey(field) && nonsense !== field)),
    ),
  ];
}

/** Ids of ours; a guild's id counts only where there is no guild already, in direct messages. */
const isKey = (field: string): boolean => /^[0-9a-z]{20}$/.test(field);

const ofValues = (genuine: Extract<Genuine, { kind: "press" }>): readonly Forged[] => [
  { deed: { ...genuine, values: [] }, how: "nothing chosen", isVoid: false },
  { deed: { ...genuine, values: [...genuine.values, ...genuine.values] }, how: "chosen twice", isVoid: false },
  { deed: { ...genuine, values: Array.from({ length: 200 }, (_, index) => `value-${index}`) }, how: "200 values", isVoid: genuine.values.length > 0 },
  { deed: { ...genuine, values: ["x".repeat(5000)] }, how: "a value of 5,000 characters", isVoid: genuine.values.length > 0 },
  ...NONSENSE.map((nonsense) => ({ deed: { ...genuine, values: [nonsense] }, how: `value ${JSON.stringify(nonsense)}`, isVoid: genuine.values.length > 0 && !/^\d{16,}$/.test(nonsense) })),
];

const ofFields = (genuine: Extract<Genuine, { kind: "submit" }>): readonly Forged[] => {
  const all = (how: string, value: unknown): Forged => ({ deed: { ...genuine, fields: Object.fromEntries(Object.keys(genuine.fields).map((key) => [key, value])) }, how, isVoid: false });
  return [
    { deed: { ...genuine, fields: {} }, how: "no part", isVoid: false },
    all("nothing filled in", null),
    all("choices instead of text", ["a", "b"]),
    all("no choices instead of text", []),
    all("a number instead of text", 7),
    all("5,000 characters", "5,000 ".repeat(1000)),
    ...NONSENSE.map((nonsense) => all(`parts ${JSON.stringify(nonsense)}`, nonsense)),
  ];
};
