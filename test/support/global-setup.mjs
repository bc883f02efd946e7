// Starts one throw-away PostgreSQL for the whole run and migrates a template database once;
// every test file clones it in a tenth of a second.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const TEMPLATE = 'passerelle_template';

export default async function globalSetup() {
  const server = process.env.TEST_DATABASE_URL
    ? { ownerUrl: process.env.TEST_DATABASE_URL }
    : await startEmbedded();
  globalThis.__passerelleServer = server;
  process.env.PASSERELLE_TEST_SERVER = server.ownerUrl;
  await makeTemplate(server.ownerUrl);
}

async function startEmbedded() {
  const { startEmbeddedPostgres } = await import('../../dist/platform/embedded-postgres/index.js');
  return startEmbeddedPostgres({
    directory: mkdtempSync(join(tmpdir(), 'passerelle-test-')),
    database: 'postgres',
    durable: false,
    flags: ['-c', 'max_connections=300'],
  });
}

async function makeTemplate(serverUrl) {
  const { migrateApplication } = await import('../../dist/app/migrate-application.js');
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`drop database if exists ${TEMPLATE}`);
  await client.query(`create database ${TEMPLATE}`);
  const url = new URL(serverUrl);
  url.pathname = `/${TEMPLATE}`;
  await migrateApplication(url.toString());
  await client.end();
}
