import { runtimeUrl } from '../platform/database/index.js';
import type { Configuration } from '../platform/config/index.js';
import { startEmbeddedPostgres } from '../platform/embedded-postgres/index.js';

/** The database of a process. */
export interface OpenDatabase {
  /** For migrations only. */
  readonly ownerUrl: string;
  /** For everything else: a login role that owns nothing. */
  readonly appUrl: string;
  /** Folder of what the service keeps: beside the embedded database, or as configured. */
  readonly folder: string;
  readonly isEmbedded: boolean;
  /** Stops the embedded server, when no other process uses it. */
  close(): Promise<void>;
}

/** The configured server, or the embedded one, started or joined. */
export async function openDatabase(configuration: Configuration): Promise<OpenDatabase> {
  const { url, appUrl } = configuration.database;
  if (url !== undefined) {
    return {
      ownerUrl: url,
      appUrl: appUrl ?? runtimeUrl(url),
      folder: configuration.dataDirectory,
      isEmbedded: false,
      close: () => Promise.resolve(),
    };
  }
  const server = await startEmbeddedPostgres({ directory: configuration.dataDirectory });
  return {
    ownerUrl: server.ownerUrl,
    appUrl: runtimeUrl(server.ownerUrl),
    folder: server.directory,
    isEmbedded: true,
    close: () => server.stop(),
  };
}
