/** The hub cannot start, and the message tells the person who starts it what to do. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
