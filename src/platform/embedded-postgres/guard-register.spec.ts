import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { enterRegister, isLastGuard, leaveRegister } from './guard-register.js';
import { processIdentity } from './process-identity.js';

describe('the register of guards', () => {
  const home = mkdtempSync(path.join(tmpdir(), 'passerelle-guards-'));
  const register = path.join(home, 'guards');
  afterAll(() => rmSync(home, { recursive: true }));

  it('knows who is last, and forgets guards that were killed or whose number is recycled', () => {
    enterRegister(home, undefined);
    expect(readdirSync(register)).toEqual([processIdentity(process.pid)]);
    const other = processIdentity(process.ppid) ?? '';
    for (const name of [other, '999999999.1', `${process.ppid}.0`])
      writeFileSync(path.join(register, name), '');
    leaveRegister(home);
    expect(isLastGuard(home)).toBe(false);
    expect(readdirSync(register)).toEqual([other]);
    rmSync(path.join(register, other));
    expect(isLastGuard(home)).toBe(true);
  });
});
