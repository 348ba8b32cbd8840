import type { Script } from "../action.ts";

/** Opens one menu after the other and leaves them all open: what there is to sweep, where a surface has to be swept. */
const MENUS = ["status", "characters", "help", "status"] as const;

export function* cleanUp(): Script {
  for (const name of MENUS) {
    const { message } = yield { kind: "command", name };
    if (!message) return "lost";
  }
  return "done";
}
