import { commandLineOf, processIdentity } from './process-identity.js';

describe('the identity of a process', () => {
  it('is stable, begins with its number and differs between processes', () => {
    const own = processIdentity(process.pid);
    expect(own).toMatch(new RegExp(`^${process.pid}\\..+`));
    expect(processIdentity(process.pid)).toBe(own);
    expect(processIdentity(process.ppid)).not.toBe(own);
  });

  it('is unknown for a number nobody bears', () => {
    for (const pid of [999_999_999, 0, -1, 1.5, Number.NaN])
      expect(processIdentity(pid)).toBeUndefined();
  });

  it('comes with the command line', () => {
    expect(commandLineOf(process.pid)).toContain('jest');
    expect(commandLineOf(999_999_999)).toBeUndefined();
  });
});
