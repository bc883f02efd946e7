import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { secondsOf } from './figures.mjs';

/**
 * Seconds a bare `COPY` of the same bytes takes, each file in a transaction of its own, into tables
 * of texts without index: the floor under anything that keeps them.
 */
export async function copyFiles({ owner }, files) {
  const tables = await tablesOf(owner, files);
  const seconds = await secondsOf(async () => {
    for (const bytes of files) await copyOne(owner, tables.get(headerOf(bytes)), bytes);
  });
  for (const table of tables.values()) await owner.query(`drop table ${table}`);
  return seconds;
}

/** One table for each set of columns. */
async function tablesOf(owner, files) {
  const tables = new Map();
  for (const header of new Set(files.map(headerOf))) {
    const table = `public.bare_copy_${tables.size}`;
    const columns = header.split(';').map((_name, index) => `c${index} text`);
    await owner.query(`create table ${table} (${columns.join(', ')})`);
    tables.set(header, table);
  }
  return tables;
}

function headerOf(bytes) {
  return bytes.toString('utf8', 0, bytes.indexOf('\r\n'));
}

async function copyOne(owner, table, bytes) {
  const copy = owner.query(
    copyFrom(`copy ${table} from stdin (format csv, delimiter ';', header)`),
  );
  await pipeline(Readable.from([bytes]), copy);
}
