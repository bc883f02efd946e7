import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  announcedService,
  announceService,
  keptFieldKeys,
  withdrawService,
} from './data-folder.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'passerelle-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('The key kept in the data folder', () => {
  it('is drawn once, for its owner alone', () => {
    const drawn = keptFieldKeys(folder).keys.get(1);
    expect(keptFieldKeys(folder).keys.get(1)).toEqual(drawn);
    expect(statSync(path.join(folder, 'field-encryption-key')).mode & 0o777).toBe(0o600);
  });

  it('is another in another folder', () => {
    const other = path.join(folder, 'other');
    expect(keptFieldKeys(other).keys.get(1)).not.toEqual(keptFieldKeys(folder).keys.get(1));
  });
});

describe('The announcement of a running service', () => {
  it('is found, then taken back by who made it', () => {
    announceService(folder, { url: 'http://localhost:3001', pid: 42 });
    expect(announcedService(folder)).toEqual({ url: 'http://localhost:3001', pid: 42 });
    withdrawService(folder, 42);
    expect(announcedService(folder)).toBeUndefined();
  });

  it('is left alone by another process', () => {
    announceService(folder, { url: 'http://localhost:3001', pid: 42 });
    withdrawService(folder, 43);
    expect(readFileSync(path.join(folder, 'service.json'), 'utf8')).toContain('3001');
  });
});
