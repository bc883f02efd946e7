import { within } from './deadline.js';

describe('within', () => {
  it('is true when the work ended, well or not', async () => {
    expect(await within(60_000, Promise.resolve())).toBe(true);
    expect(await within(60_000, Promise.reject(new Error('x')))).toBe(true);
  });

  it('is false when the work goes on', async () => {
    expect(await within(1, new Promise(() => {}))).toBe(false);
  });
});
