import { defineCustomId, oneOf } from "../../kernel/custom-id.ts";
import { type Of, OF, type Period, PERIODS } from "./periods.ts";

/** `as` tells buttons of one message apart that lead to the same page. */
export const statsButton = defineCustomId<{ of: Of; period: Period; as: "of" | "period" }>("stats.show", 1, { of: oneOf(...OF), period: oneOf(...PERIODS), as: oneOf("of", "period") });
