import type { Feature } from "../contract.ts";
import { findRoutes } from "./handlers-find.ts";
import { loadRoutes } from "./handlers-load.ts";
import { trailRoutes } from "./handlers-trail.ts";
import { officerCommand, sectionRoutes } from "./officer-command.ts";
import type { OversightRoom } from "./room.ts";
import { oversightTexts } from "./texts.ts";

/** `/officer`: who and what is busy with how much, a search over all requests, and what was done and changed by whom. */
export const oversightFeature = (room: OversightRoom): Feature => ({
  name: "oversight",
  texts: oversightTexts,
  commands: [officerCommand(room)],
  components: [...sectionRoutes(room), ...loadRoutes(room), ...findRoutes(room), ...trailRoutes(room)],
});
