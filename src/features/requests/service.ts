import { actManyService, type ActManyDeps, actService, type ActDeps } from "./act-service.ts";
import { hereService } from "./here-service.ts";
import type { RequestActions } from "./request-port.ts";
import { type SubmitDeps, submitManyService, submitService } from "./submit-service.ts";
import { undoManyService, undoService, type UndoDeps } from "./undo-service.ts";

export type RequestServiceDeps = SubmitDeps & ActDeps & ActManyDeps & UndoDeps;

/** What people do with requests. Each is one transaction with all that other rooms make of it. */
export const createRequestService = (deps: RequestServiceDeps): RequestActions => ({
  submit: submitService(deps),
  submitMany: submitManyService(deps),
  act: actService(deps),
  actMany: actManyService(deps),
  undo: undoService(deps),
  undoMany: undoManyService(deps),
  sayHere: hereService(deps),
});
