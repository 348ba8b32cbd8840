import type { OptionKey } from "./options.ts";

export const OPTION_GROUPS = ["shown", "speed", "performance", "claims", "limits", "telling"] as const;
export type OptionGroup = (typeof OPTION_GROUPS)[number];

/** Which options officers find together, in their order. */
export const GROUP_OF: Readonly<Record<OptionKey, OptionGroup>> = {
  surface: "shown",
  channelCategoryId: "shown",
  language: "shown",
  fastMode: "speed",
  fastModePeople: "speed",
  fastModeRoles: "speed",
  confirmationMessageDelay: "speed",
  characterConfirmationDelay: "speed",
  messageDeleteDelay: "speed",
  deletePacing: "speed",
  profile: "performance",
  memberPayload: "performance",
  memberCache: "performance",
  queueCacheTtlMinutes: "performance",
  queueCacheInvalidation: "performance",
  prefetch: "performance",
  skipUnchangedEdits: "performance",
  claimLeaseHours: "claims",
  deadlineReminderHours: "claims",
  handoverDays: "claims",
  openRequestsPerPerson: "limits",
  submissionsPerMinute: "limits",
  telling: "telling",
  requestThreads: "telling",
  mentionCrafters: "telling",
  mentionCooldownMinutes: "telling",
};

/** What an option needs of the rest to have any effect; undefined: nothing. */
export const NEEDS: Readonly<Partial<Record<OptionKey, "not-ephemeral" | "channel-surface" | "mentions" | "queue-cache">>> = {
  channelCategoryId: "channel-surface",
  fastMode: "not-ephemeral",
  fastModePeople: "not-ephemeral",
  fastModeRoles: "not-ephemeral",
  confirmationMessageDelay: "not-ephemeral",
  characterConfirmationDelay: "not-ephemeral",
  messageDeleteDelay: "not-ephemeral",
  deletePacing: "not-ephemeral",
  queueCacheInvalidation: "queue-cache",
  prefetch: "queue-cache",
  mentionCooldownMinutes: "mentions",
};
