import { buildPage } from "../sandbox/build-page.ts";

/** Builds the sandbox's page when its sources are newer, once for the run. */
export default async function setup(): Promise<void> {
  await buildPage();
}
