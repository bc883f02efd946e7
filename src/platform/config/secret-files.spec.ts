import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadEnvironment } from './load-environment.js';
import { readSecretFiles } from './secret-files.js';

describe('secrets given by files', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'passerelle-secret-'));
  const file = path.join(folder, 'secret');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are read without their final line break, and used like the others', () => {
    writeFileSync(file, 'redis://cache:6379\n');
    expect(readSecretFiles({ REDIS_URL_FILE: file })).toEqual({
      values: { REDIS_URL: 'redis://cache:6379' },
      problems: [],
    });
    expect(loadEnvironment({ REDIS_URL_FILE: file }).queue.redisUrl).toBe('redis://cache:6379');
  });

  it('are refused when absent, empty, or given twice', () => {
    writeFileSync(file, '\n');
    const problemsOf = (variables: NodeJS.ProcessEnv) => readSecretFiles(variables).problems;
    expect(problemsOf({ REDIS_URL_FILE: file })).toEqual([expect.stringContaining('vide')]);
    expect(problemsOf({ REDIS_URL_FILE: path.join(folder, 'none') })).toEqual([
      expect.stringContaining('REDIS_URL_FILE désigne un fichier vide ou illisible'),
    ]);
    expect(problemsOf({ REDIS_URL: 'redis://cache', REDIS_URL_FILE: file })).toEqual([
      expect.stringContaining('gardez l’un ou l’autre'),
    ]);
  });
});
