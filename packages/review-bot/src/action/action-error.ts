/** The Action cannot do its work. `message` is one sentence for a person: what is wrong, and what to do. */
export class ActionError extends Error {
  override readonly name = 'ActionError';
}
