/** Something on the command line, or in a file that it names, cannot be used. The message says what to do. */
export class CommandLineError extends Error {}
