import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { runtimeUrl } from '../../../src/platform/database/index.js';

/** A database of the test server on which nothing was done yet. */
export interface EmptyDatabase {
  readonly ownerUrl: string;
  /** Open connection of the owner. */
  readonly owner: Client;
  drop(): Promise<void>;
}

export async function createEmptyDatabase(): Promise<EmptyDatabase> {
  const name = `empty_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name} template template0`);
  const url = new URL(String(process.env['PASSERELLE_TEST_SERVER']));
  url.pathname = `/${name}`;
  const ownerUrl = url.toString();
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  const drop = async (): Promise<void> => {
    await owner.end();
    await onServer(`drop database ${name} with (force)`);
    const role = decodeURIComponent(new URL(runtimeUrl(ownerUrl)).username);
    await onServer(`drop role if exists ${role}`);
  };
  return { ownerUrl, owner, drop };
}

async function onServer(sql: string): Promise<void> {
  const server = new Client({ connectionString: String(process.env['PASSERELLE_TEST_SERVER']) });
  await server.connect();
  await server.query(sql);
  await server.end();
}
