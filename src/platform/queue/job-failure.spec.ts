import { UnrecoverableError } from 'bullmq';
import { failureLabel, keepableFailure } from './job-failure.js';
import { PermanentJobFailure } from './job.js';

describe('What is kept of a failure', () => {
  it('is the name and code of the error, never its message', () => {
    const error = Object.assign(new TypeError('Amina Diallo is 17'), { code: '23505' });
    const kept = keepableFailure(error);
    expect(kept.message).toBe('TypeError 23505');
    expect(kept.stack).toContain('\n    at ');
    expect(kept.stack).not.toContain('Amina');
  });

  it('leaves out a message of several lines from the stack too', () => {
    const kept = keepableFailure(new Error('first\n    at Amina Diallo'));
    expect(kept.stack).not.toContain('Amina');
  });

  it('leaves out a code that could be a sentence', () => {
    const error = Object.assign(new Error('x'), { code: 'Amina Diallo' });
    expect(failureLabel(error)).toBe('Error');
  });

  it('says so when what was thrown is not an error', () => {
    expect(failureLabel('Amina Diallo')).toBe('unknown failure');
  });

  it('tells the queue not to try again what cannot be mended', () => {
    expect(keepableFailure(new PermanentJobFailure('gone'))).toBeInstanceOf(UnrecoverableError);
    expect(keepableFailure(new Error('gone'))).not.toBeInstanceOf(UnrecoverableError);
  });
});
