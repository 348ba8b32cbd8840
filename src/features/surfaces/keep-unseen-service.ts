import type { KeepUnseen } from "./surface-port.ts";
import { addUnseen } from "./news-store.ts";

/** For rooms whose news reached a person nowhere. */
export const keepUnseen: KeepUnseen = ({ db }, guildId, userId, requestNumber) => addUnseen(db, guildId, userId, requestNumber);
