import type { FlowName } from "../../mix.ts";
import type { Script } from "../action.ts";
import type { Memory } from "../memory.ts";
import { characters } from "./characters.ts";
import { cleanUp } from "./clean-up.ts";
import { bulk, manage } from "./manage.ts";
import { request } from "./request.ts";
import { status } from "./status.ts";

/** How a person goes about each. */
export const SCRIPTS: Readonly<Record<FlowName, (memory: Memory) => Script>> = { request, status, manage, characters, bulk, "clean-up": cleanUp };
