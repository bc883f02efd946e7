import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { postmasterOf } from './postmaster.js';

describe('what a postmaster.pid tells', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'passerelle-postmaster-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function recorded(pid: string) {
    const lines = [pid, folder, '1790000000', '5432', '', '127.0.0.1', '', 'ready', ''];
    writeFileSync(path.join(folder, 'postmaster.pid'), lines.join('\n'));
    return postmasterOf(folder);
  }

  it('is nothing without the file, or before its first line is whole', () => {
    expect(postmasterOf(path.join(folder, 'nowhere'))).toEqual({ state: 'none' });
    expect(recorded('')).toEqual({ state: 'none' });
    expect(recorded('-42')).toEqual({ state: 'none' });
  });

  it('is stale when no process bears the number', () => {
    expect(recorded('999999999')).toEqual({ state: 'stale', pid: 999_999_999 });
  });

  it('is stale when another program bears the number now', () => {
    expect(recorded(String(process.pid))).toEqual({ state: 'stale', pid: process.pid });
  });
});
