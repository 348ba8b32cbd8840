import { isThread, type MessageChannel } from "../channel.ts";

/** A thread has one message more, and has ever had one more. The message that it began from counts in neither. */
export function countIn(channel: MessageChannel): void {
  if (!isThread(channel)) return;
  channel.message_count = (channel.message_count ?? 0) + 1;
  channel.total_message_sent = (channel.total_message_sent ?? 0) + 1;
}

/** A thread has so many messages fewer; what was ever sent there stays. Source: topics/threads.mdx, "Thread Fields", in Discord's documentation. */
export function countOut(channel: MessageChannel, messages: number): void {
  if (isThread(channel)) channel.message_count = Math.max(0, (channel.message_count ?? 0) - messages);
}
