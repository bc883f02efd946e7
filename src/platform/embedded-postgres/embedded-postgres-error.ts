/** The embedded database cannot run here; the message is a French line for whoever starts it. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}
