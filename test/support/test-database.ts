import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { ensureRoles, runtimeUrl } from '../../src/platform/database/index.js';

/** A database of its own for one test file: migrated, empty but for what `fill` put there. */
export interface TestDatabase {
  /** URL of the owner: sees everything; for assertions only. */
  readonly ownerUrl: string;
  /** URL of the role under which the application runs. */
  readonly appUrl: string;
  /** Open connection of the owner. */
  readonly owner: Client;
  drop(): Promise<void>;
}

/** Clones the migrated template made by the global set-up. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const server = await connect(serverUrl());
  await cloneTemplate(server, name);
  await server.end();
  const ownerUrl = withDatabase(serverUrl(), name);
  const owner = await connect(ownerUrl);
  await ensureRoles(owner, ownerUrl);
  return { ownerUrl, appUrl: runtimeUrl(ownerUrl), owner, drop: () => drop(owner, name) };
}

/** PostgreSQL refuses two clones of one template at the same instant: the files run in parallel. */
async function cloneTemplate(server: Client, name: string): Promise<void> {
  await server.query('select pg_advisory_lock(727)');
  await server.query(`create database ${name} template passerelle_template`);
  await server.query('select pg_advisory_unlock(727)');
}

async function drop(owner: Client, name: string): Promise<void> {
  const role = decodeURIComponent(new URL(runtimeUrl(withDatabase(serverUrl(), name))).username);
  await owner.end();
  const server = await connect(serverUrl());
  await server.query(`drop database if exists ${name} with (force)`);
  await server.query(`drop role if exists ${role}`);
  await server.end();
}

function serverUrl(): string {
  const url = process.env['PASSERELLE_TEST_SERVER'];
  if (!url) throw new Error('run through Jest: its global set-up starts PostgreSQL');
  return url;
}

function withDatabase(url: string, name: string): string {
  const copy = new URL(url);
  copy.pathname = `/${name}`;
  return copy.toString();
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}
