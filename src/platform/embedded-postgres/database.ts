import { Client } from 'pg';

const DUPLICATE_DATABASE = '42P04';
/** Also answered when two processes create the same database at the same instant. */
const UNIQUE_VIOLATION = '23505';
/** The server is starting or stopping, or closed the connection while it stopped. */
const ABSENT = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03'];

/**
 * Creates `database` unless it exists, through the address of the server's `postgres` database.
 * False when the server does not answer: it has just been stopped, or is being so.
 */
export async function ensureDatabase(serverUrl: string, database: string): Promise<boolean> {
  const client = new Client({ connectionString: serverUrl });
  // A server that stops cuts idle connections: the query below tells, nothing to add here.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await createUnlessThere(client, database);
    return true;
  } catch (error) {
    if (isAbsence(error)) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createUnlessThere(client: Client, database: string): Promise<void> {
  const found = await client.query('select 1 from pg_database where datname = $1', [database]);
  if (found.rowCount) return;
  try {
    await client.query(`create database ${client.escapeIdentifier(database)}`);
  } catch (error) {
    const code = codeOf(error);
    if (code !== DUPLICATE_DATABASE && code !== UNIQUE_VIOLATION) throw error;
  }
}

function isAbsence(error: unknown): boolean {
  const isCut = error instanceof Error && error.message.startsWith('Connection terminated');
  return isCut || ABSENT.includes(codeOf(error) ?? '');
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
