import type { Rights } from "../guild-settings/rights.ts";
import type { MaterialLine, MaterialsSource } from "./request.ts";

/** Why materials cannot be brought so. */
export type MaterialsRefusal = "not-core" | "bad-materials";

/** Everybody may bring all; some or none only core members and officers. Null when it is in order. */
export function refusalOfMaterials({ isCore }: Pick<Rights, "isCore">, source: MaterialsSource, materials: readonly MaterialLine[]): MaterialsRefusal | null {
  if (!materials.every(isSound)) return "bad-materials";
  switch (source) {
    case "all":
      return materials.every(({ needed, provided }) => provided === needed) ? null : "bad-materials";
    case "some":
      return isCore ? null : "not-core";
    case "guild":
      if (!isCore) return "not-core";
      return materials.every(({ provided }) => provided === 0) ? null : "bad-materials";
  }
}

const isSound = ({ name, needed, provided }: MaterialLine): boolean =>
  name !== "" && Number.isSafeInteger(needed) && needed > 0 && Number.isSafeInteger(provided) && provided >= 0 && provided <= needed;
