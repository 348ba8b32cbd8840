import { type APIApplication, type APIApplicationInstallParams, type APIApplicationIntegrationTypesConfigMap, ApplicationFlags } from "discord-api-types/v10";

/** What an application may change of itself. */
export interface ApplicationProfile {
  readonly description?: string;
  readonly tags?: APIApplication["tags"];
  /** The flags that say which privileged intents it may use. */
  readonly flags?: number;
  readonly custom_install_url?: string | null;
  readonly role_connections_verification_url?: string | null;
  readonly install_params?: APIApplicationInstallParams;
  readonly integration_types_config?: APIApplicationIntegrationTypesConfigMap;
}

/** What an application may set of its flags: the privileged intents of small bots. Source: resources/application.mdx in Discord's documentation. */
export const SETTABLE_FLAGS = ApplicationFlags.GatewayPresenceLimited | ApplicationFlags.GatewayGuildMembersLimited | ApplicationFlags.GatewayMessageContentLimited;

/** At first it has the intents for members and for what messages say. */
export function flagsOf({ profile }: { readonly profile?: ApplicationProfile }): number {
  return profile?.flags ?? ApplicationFlags.GatewayGuildMembersLimited | ApplicationFlags.GatewayMessageContentLimited;
}
