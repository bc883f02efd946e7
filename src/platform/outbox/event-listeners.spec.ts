import { EventCatalogue } from './event-catalogue.js';
import { EventListeners, type Subscriber } from './event-listeners.js';

function subscriber(consumer: string, ...events: string[]): Subscriber {
  return { consumer, events, listener: { handle: () => Promise.resolve() } };
}

describe('EventListeners', () => {
  const catalogue = new EventCatalogue(['case.opened.v1', 'case.closed.v1']);

  it('knows the consumers of an event', () => {
    const listeners = new EventListeners(catalogue);
    listeners.add(subscriber('greeter', 'case.opened.v1'));
    listeners.add(subscriber('archivist', 'case.opened.v1', 'case.closed.v1'));
    expect(listeners.of('case.opened.v1')).toEqual(['greeter', 'archivist']);
    expect(listeners.of('case.closed.v1')).toEqual(['archivist']);
    expect(listeners.of('case.lost.v1')).toEqual([]);
  });

  it.each([
    ['an event nobody declares', subscriber('a', 'case.opend.v1'), 'unknown events: case.opend.v1'],
    ['a consumer that exists', subscriber('greeter', 'case.closed.v1'), 'exists twice'],
    ['a name unfit for a key', subscriber('Le Greffier', 'case.closed.v1'), 'not usable'],
  ])('refuses %s', (_case, refused, why) => {
    const listeners = new EventListeners(catalogue);
    listeners.add(subscriber('greeter', 'case.opened.v1'));
    expect(() => listeners.add(refused)).toThrow(why);
  });
});

describe('EventCatalogue', () => {
  it.each(['case.opened', 'case.opened.v0', 'Case.opened.v1', 'opened.v1', 'case opened.v1'])(
    'refuses %s, which is no versioned name',
    (name) => {
      expect(() => new EventCatalogue([name])).toThrow('is not versioned');
    },
  );
});
