import type { Engine } from "../database/store.ts";
import type { Subscription } from "../features/contract.ts";
import { type MaterialsFeature, materialsFeature } from "../features/materials/feature.ts";
import { materialsReads } from "../features/materials/read-model.ts";
import { materialsService } from "../features/materials/materials-service.ts";
import type { MaterialsActions, MaterialsReads } from "../features/materials/materials-port.ts";
import { materialsSubscriptions } from "../features/materials/subscriptions.ts";
import { materialsMigrations } from "../features/materials/tables.ts";
import { holdRequest, writePledged } from "../features/requests/pledged-store.ts";
import { createIds } from "../kernel/id.ts";
import { openRequestDesk, type OtherRooms, type RequestDesk } from "./request-desk.ts";

/** Requests and their materials on a real store. */
export interface MaterialsDesk {
  readonly desk: RequestDesk;
  readonly materials: MaterialsActions;
  readonly materialsReads: MaterialsReads;
  /** What people see of it. */
  readonly feature: MaterialsFeature;
  drop(): Promise<void>;
}

export const PROFESSIONS = [
  { id: "enchanting", name: "Enchanting", icon: "✨" },
  { id: "tailoring", name: "Tailoring" },
];

export async function openMaterialsDesk(engine: Engine, { migrations = [], subscriptions = [] }: OtherRooms = {}): Promise<MaterialsDesk> {
  let at = 1_800_000_000_000;
  const newId = createIds({ now: () => (at += 1) });
  const requests = { hold: holdRequest, writePledged };
  const own: readonly Subscription[] = materialsSubscriptions({ requests, newId });
  const desk = await openRequestDesk(engine, { migrations: [materialsMigrations, ...migrations], subscriptions: [...own, ...subscriptions] });
  const reads = materialsReads(desk.store.read);
  const materials = materialsService({ inTransaction: desk.inTransaction, requests, newId });
  return {
    desk,
    materials,
    materialsReads: reads,
    feature: materialsFeature({ actions: materials, reads, requests: desk.reads, books: () => ({ professions: () => PROFESSIONS }), pledged: requests, newId }),
    drop: () => desk.drop(),
  };
}
