import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { migrateApplication } from '../../../dist/app/migrate-application.js';
import { runtimeUrl } from '../../../dist/platform/database/index.js';
import { startEmbeddedPostgres } from '../../../dist/platform/embedded-postgres/index.js';

let databases = 0;

/** URL of a server: the embedded PostgreSQL, as durable as in production, or TEST_DATABASE_URL. */
export async function startServer(stage) {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return given;
  const directory = mkdtempSync(path.join(tmpdir(), 'passerelle-bench-'));
  const server = await startEmbeddedPostgres({ directory, database: 'postgres', durable: true });
  stage.atEnd(async () => {
    await server.stop();
    for (const folder of [server.directory, directory]) {
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    }
  });
  return server.ownerUrl;
}

/** Makes and migrates a database on the server. */
export async function newDatabase(stage, serverUrl) {
  databases += 1;
  const name = `bench_${process.pid}_${databases}`;
  await withClient(serverUrl, (server) => server.query(`create database ${name}`));
  const ownerUrl = withDatabase(serverUrl, name);
  await migrateApplication(ownerUrl);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  stage.atEnd(async () => {
    await owner.end();
    const role = new URL(runtimeUrl(ownerUrl)).username;
    await withClient(serverUrl, async (server) => {
      await server.query(`drop database if exists ${name} with (force)`);
      await server.query(`drop role if exists ${role}`);
    });
  });
  return { ownerUrl, appUrl: runtimeUrl(ownerUrl), owner };
}

function withDatabase(url, name) {
  const copy = new URL(url);
  copy.pathname = `/${name}`;
  return copy.toString();
}

async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
