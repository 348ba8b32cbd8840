import type { Feature } from "../contract.ts";
import { exportCommand } from "./export-command.ts";
import type { Exports } from "./export-port.ts";
import { exportRequests, type ExportRoom, exportRoutes } from "./handlers.ts";
import { exportTexts } from "./texts.ts";

/** `/export`: officers take the guild's requests along. */
export const exportFeature = (room: ExportRoom): Feature & Exports => ({
  name: "export",
  texts: exportTexts,
  commands: [exportCommand(room)],
  components: exportRoutes(room),
  exportRequests: (call, filter) => exportRequests(room, call, filter),
});
