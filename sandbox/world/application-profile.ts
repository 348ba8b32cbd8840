import type { APIApplication, APIApplicationInstallParams, APIApplicationIntegrationTypesConfigMap } from "discord-api-types/v10";

/** What an application may change of itself. */
export interface ApplicationProfile {
  readonly description?: string;
  readonly tags?: APIApplication["tags"];
  readonly custom_install_url?: string | null;
  readonly role_connections_verification_url?: string | null;
  readonly install_params?: APIApplicationInstallParams;
  readonly integration_types_config?: APIApplicationIntegrationTypesConfigMap;
}
