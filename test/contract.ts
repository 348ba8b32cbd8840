import { rmSync } from "node:fs";
import { whyNoDocument } from "../sandbox/contract/discord-document.ts";
import { gatewaySchemas } from "../sandbox/contract/gateway-schemas.ts";
import { reportsFolder } from "./reports-folder.ts";

/** Makes the gateway's schemas where they are not there yet, and says when the contract is held only in part. */
export default async function setup(): Promise<() => void> {
  await gatewaySchemas();
  const why = whyNoDocument();
  if (why !== null) console.log(`REST calls are not held to Discord's contract: ${why}. Gateway payloads are.`);
  const folder = reportsFolder();
  return () => rmSync(folder, { recursive: true, force: true });
}
