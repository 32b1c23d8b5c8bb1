/** What the user did wrong, in words for the user: printed without a stack. */
export class Mistake extends Error {
  override readonly name = 'Mistake';
}
