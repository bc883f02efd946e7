import { chmodSync, statSync } from 'node:fs';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.js';
import { alsoRemove, emptyFolder, query, removeFolders } from './workspace.js';

// Only root has another user to give the database to: an ordinary user has nothing to prove here.
const asRoot = process.getuid?.() === 0 ? it : it.skip;

describe('the embedded database on an empty folder', () => {
  afterEach(removeFolders);

  it('starts, sorts like French and keeps to this machine', async () => {
    const directory = emptyFolder();
    const flags = ['-c', 'max_connections=37', '-c', 'shared_preload_libraries=pg_stat_statements'];
    const server = await startEmbeddedPostgres({ directory, durable: false, flags });
    try {
      expect(server.attached).toBe(false);
      expect(new URL(server.ownerUrl)).toMatchObject({
        hostname: '127.0.0.1',
        port: String(server.port),
        pathname: '/passerelle',
      });
      const words = `select string_agg(w, ',' order by w) as words
        from unnest(array['été', 'côté', 'cote', 'eau', 'côte', 'Élan', 'coté']) w`;
      expect(await query(server.ownerUrl, words)).toEqual([
        { words: 'cote,coté,côte,côté,eau,Élan,été' },
      ]);
      const settings = `select current_setting('listen_addresses') as listens,
        current_setting('unix_socket_directories') as sockets,
        current_setting('password_encryption') as passwords,
        current_setting('max_connections') as connections,
        current_setting('shared_preload_libraries') as preloaded`;
      expect(await query(server.ownerUrl, settings)).toEqual([
        {
          listens: '127.0.0.1',
          sockets: '',
          passwords: 'scram-sha-256',
          connections: '37',
          preloaded: 'pg_stat_statements',
        },
      ]);
    } finally {
      await server.stop();
    }
  });

  it('lets nobody in without its password, which only its account can read', async () => {
    const server = await startEmbeddedPostgres({ directory: emptyFolder(), durable: false });
    try {
      const url = new URL(server.ownerUrl);
      expect(url.password.length).toBeGreaterThanOrEqual(32);
      url.password = 'wrong';
      await expect(query(url.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
      const password = statSync(path.join(server.directory, 'postgresql/password'));
      expect(password.mode & 0o777).toBe(0o600);
    } finally {
      await server.stop();
    }
  });

  it('finds its data at the next start, and may be stopped twice', async () => {
    const directory = emptyFolder();
    const first = await startEmbeddedPostgres({ directory, durable: false });
    await query(first.ownerUrl, 'create table kept as select 42 as answer');
    await first.stop();
    await first.stop();
    await expect(query(first.ownerUrl, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });

    const second = await startEmbeddedPostgres({ directory, durable: false });
    try {
      expect(await query(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
    } finally {
      await second.stop();
    }
  });

  it('says in the log of PostgreSQL why a wrong argument stops it', async () => {
    const directory = emptyFolder();
    const flags = ['-c', 'no_such_setting=1'];
    await expect(startEmbeddedPostgres({ directory, durable: false, flags })).rejects.toThrow(
      /no_such_setting/,
    );
  });

  // Skipped for ordinary accounts: only root runs PostgreSQL as somebody else.
  asRoot('goes elsewhere when the folder is closed to its account, always the same', async () => {
    const closed = emptyFolder();
    chmodSync(closed, 0o700);
    const directory = path.join(closed, 'data');
    const first = await startEmbeddedPostgres({ directory, durable: false });
    alsoRemove(first.directory);
    await query(first.ownerUrl, 'create table kept ()');
    await first.stop();
    expect(first.directory).toMatch(/^\/var\/lib\/passerelle\/[0-9a-f]{12}$/);

    const second = await startEmbeddedPostgres({ directory, durable: false });
    try {
      expect(second.directory).toBe(first.directory);
      expect(await query(second.ownerUrl, 'select * from kept')).toEqual([]);
    } finally {
      await second.stop();
    }
  });
});
