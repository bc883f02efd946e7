import { JobRegistry, type JobKind } from './job-registry.js';

const runner = { handle: () => Promise.resolve() };

function kind(name: string, more: Partial<JobKind> = {}): JobKind {
  return { queue: 'letters', name, runner, ...more };
}

describe('JobRegistry', () => {
  it('gives each queue once, with the concurrency its handlers state', () => {
    const registry = new JobRegistry();
    registry.register(kind('letter.send', { concurrency: 2 }));
    registry.register(kind('letter.burn'));
    registry.register(kind('file.read', { queue: 'files' }));
    registry.check();
    expect(registry.plans()).toEqual([
      { queue: 'letters', concurrency: 2 },
      { queue: 'files', concurrency: 4 },
    ]);
  });

  it('refuses a second handler of a name', () => {
    const registry = new JobRegistry();
    registry.register(kind('letter.send'));
    expect(() => registry.register(kind('letter.send'))).toThrow('has two handlers');
  });

  it('refuses a queue name that Redis or PostgreSQL would misread', () => {
    expect(() => new JobRegistry().register(kind('a', { queue: 'a:b' }))).toThrow('not usable');
  });

  it('lists all faults at once', () => {
    const registry = new JobRegistry();
    registry.register(kind('letter.send', { concurrency: 2 }));
    registry.register(kind('letter.burn', { concurrency: 3 }));
    registry.announce('letter.lose');
    registry.announce('letter.send');
    expect(() => registry.check()).toThrow(
      'job "letter.lose" has no handler; queue "letters" states concurrencies 2 and 3',
    );
  });
});
