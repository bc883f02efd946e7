import { outageProblem } from './outage.js';

function failure(message: string, code?: string): Error {
  return Object.assign(new Error(message), code === undefined ? {} : { code });
}

describe('A failure that passes by itself', () => {
  it.each([
    ['no connection came free', failure('timeout exceeded when trying to connect')],
    ['the connection was lost', failure('Connection terminated unexpectedly')],
    ['PostgreSQL stops', failure('terminating connection', '57P01')],
    ['PostgreSQL is full', failure('sorry, too many clients already', '53300')],
    ['a statement took too long', failure('canceling statement due to statement timeout', '57014')],
    ['PostgreSQL is not there', failure('connect ECONNREFUSED', 'ECONNREFUSED')],
  ])('asks to come back soon when %s', (_case, error) => {
    expect(outageProblem(error)?.status).toBe(503);
  });

  it('asks to come back later when there is no room', () => {
    expect(outageProblem(failure('no space left', 'ENOSPC'))?.status).toBe(507);
  });

  it.each([failure('duplicate key', '23505'), failure('a fault of ours'), 'text', null])(
    'is not %s',
    (error) => {
      expect(outageProblem(error)).toBeUndefined();
    },
  );
});
