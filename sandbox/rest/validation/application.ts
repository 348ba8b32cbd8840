import type { ApplicationProfile } from "../../world/application-profile.ts";
import { SETTABLE_FLAGS } from "../../world/application-flags.ts";
import type { Field } from "./form.ts";

const MAX_DESCRIPTION = 400;
const MAX_URL = 2048;

/** What an application changes of itself; what it does not name stays. Source: resources/application.mdx in Discord's documentation. */
export function readProfile(form: Field): ApplicationProfile & { readonly flags?: number } {
  if (!form.isObject()) return {};
  const endpoint = form.get("interactions_endpoint_url");
  // Discord asks the address first. Here interactions come over the gateway, and so no address passes.
  if (!endpoint.isAbsent && endpoint.value !== "") endpoint.refuse("APPLICATION_INTERACTIONS_ENDPOINT_VERIFICATION_FAILED", "The specified interactions endpoint url could not be verified.");
  const flags = form.get("flags").whole();
  if (flags !== undefined && (flags & ~SETTABLE_FLAGS) !== 0) form.get("flags").refuse("APPLICATION_FLAGS_INVALID", "Only the limited intent flags can be set.");
  form.get("description").text({ max: MAX_DESCRIPTION });
  for (const tag of form.get("tags").list({ max: 5 })) tag.text({ min: 1, max: 20 });
  for (const key of ["custom_install_url", "role_connections_verification_url"]) {
    form.get(key).text({ max: MAX_URL });
    form.get(key).url();
  }
  const given = form.value as ApplicationProfile;
  return {
    ...(typeof given.description === "string" ? { description: given.description } : {}),
    ...(flags === undefined ? {} : { flags }),
    ...(Array.isArray(given.tags) ? { tags: given.tags } : {}),
    ...(given.custom_install_url === undefined ? {} : { custom_install_url: given.custom_install_url }),
    ...(given.role_connections_verification_url === undefined ? {} : { role_connections_verification_url: given.role_connections_verification_url }),
    ...(readObject(form.get("install_params")) ? { install_params: given.install_params } : {}),
    ...(readObject(form.get("integration_types_config")) ? { integration_types_config: given.integration_types_config } : {}),
  };
}

const readObject = (field: Field): boolean => !field.isAbsent && field.isObject();
