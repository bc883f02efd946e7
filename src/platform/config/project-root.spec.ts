import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot, rootAbove } from './project-root.js';

describe('the folder of the project', () => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'passerelle-root-')));
  const inner = path.join(folder, 'project/packages/other');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is the nearest whose package bears our name, past others and unreadable ones', () => {
    mkdirSync(inner, { recursive: true });
    writeFileSync(path.join(folder, 'project/package.json'), '{"name":"passerelle"}');
    writeFileSync(path.join(folder, 'project/packages/package.json'), '{"name":');
    writeFileSync(path.join(inner, 'package.json'), '{"name":"other"}');
    expect(rootAbove(inner)).toBe(path.join(folder, 'project'));
    expect(rootAbove(folder)).toBeUndefined();
  });

  it('is found from a folder of the project', () => {
    expect(projectRoot()).toBe(rootAbove(path.join(process.cwd(), 'src/platform/config')));
  });
});
