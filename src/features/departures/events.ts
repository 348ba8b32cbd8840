/** Somebody is not in the guild any more. */
export interface MemberLeft {
  readonly guildId: string;
  readonly userId: string;
}

declare module "../contract.ts" {
  interface DomainEvents {
    /** It was just found out. */
    "member.left": MemberLeft;
    /** They have not come back in time. */
    "member.gone": MemberLeft;
  }
}
