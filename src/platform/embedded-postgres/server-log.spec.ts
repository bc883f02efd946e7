import { isPassingFailure } from './server-log.js';

describe('a failed start', () => {
  it.each([
    'FATAL:  lock file "postmaster.pid" already exists',
    'FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use',
    'FATAL:  could not create any TCP/IP sockets',
  ])('is worth another try after: %s', (log) => {
    expect(isPassingFailure(log)).toBe(true);
  });

  it.each([
    'FATAL:  unrecognized configuration parameter "x"',
    'PANIC:  could not locate a valid checkpoint record',
    '',
  ])('is final after: %s', (log) => {
    expect(isPassingFailure(log)).toBe(false);
  });
});
