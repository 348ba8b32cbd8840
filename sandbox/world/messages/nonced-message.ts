/** An author's last message with a nonce; the documents' uniqueness knows no channels. */
export interface NoncedMessage {
  readonly channelId: string;
  readonly messageId: string;
}
