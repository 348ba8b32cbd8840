/** What Discord's own client refuses before anything reaches the bot, in a sentence for the person. */
export class ClientRefusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ClientRefusal";
  }
}
