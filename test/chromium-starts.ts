/** Ends with 0 when a Chromium for the tests in the browser starts on this machine, else with 1 and the reason: `npx node test/chromium-starts.ts`. */
import { findChromium } from "./chromium.ts";

process.exitCode = (await findChromium()) ? 0 : 1;
