/** Something that whoever runs the bot can put right. Its message is sentences for them, which the command line shows without a stack. */
export class OperatorError extends Error {}
