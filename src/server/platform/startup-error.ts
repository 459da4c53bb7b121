/** Why the server cannot start, in sentences for the operator: main.ts prints them, without a stack, and exits 1. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
