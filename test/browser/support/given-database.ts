import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** An empty database on a server that somebody else started. */
export interface GivenDatabase {
  /** Variables that make the service use it. */
  readonly environment: Readonly<Record<string, string>>;
  drop(): Promise<void>;
}

/** A database on the server of `TEST_DATABASE_URL`; nothing when none is named. */
export async function givenDatabase(): Promise<GivenDatabase | undefined> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) return undefined;
  const name = `browser_${randomUUID().replaceAll('-', '')}`;
  await run(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    environment: { DATABASE_URL: url.toString() },
    drop: () => run(server, `drop database if exists ${name} with (force)`),
  };
}

async function run(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
