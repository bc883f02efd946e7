/** The embedded database cannot run here; the message is a French line for whoever starts it. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

/** The same error, or a French line in place of a refusal of the file system. */
export function explained(error: unknown): unknown {
  const isRefusal = error instanceof Error && 'code' in error && 'path' in error;
  if (!isRefusal || !['EACCES', 'EPERM', 'EROFS'].includes(String(error.code))) return error;
  return new EmbeddedPostgresError(
    `Ce compte n’a pas accès à ${String(error.path)} : relancez avec le compte qui a créé ce dossier, ou choisissez-en un autre dans PASSERELLE_DATA_DIR.`,
    { cause: error },
  );
}
