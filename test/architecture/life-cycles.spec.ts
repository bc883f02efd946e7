import { faults, type LifeCycle } from '../../src/kernel/index.js';
import { allMachines } from './support/machines.js';
import { filesUnder, textOf } from './support/project-files.js';

const machines = allMachines();

/** States that the database accepts: in the column `step` where there is one, `state` otherwise. */
function statesInDatabase(machine: LifeCycle): string[] {
  const steps = acceptedIn('step', machine);
  return steps.length > 0 ? steps : acceptedIn('state', machine);
}

/** What the column of a life-cycle may hold; a later migration wins. */
function acceptedIn(column: string, machine: LifeCycle): string[] {
  const table = machine.name.replaceAll('-', '_');
  const constraint = new RegExp(
    String.raw`constraint\s+${table}_${column}\s+check\s*\(${column} in\s*\(([^)]*)\)\)`,
    'g',
  );
  const texts = filesUnder('src/platform/database/migrations').map(textOf);
  const last = texts.flatMap((text) => [...text.matchAll(constraint)]).at(-1)?.[1] ?? '';
  return [...last.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '');
}

describe('every life-cycle', () => {
  it('is found by this check', () => {
    expect(machines.map((machine) => machine.name)).toEqual(
      expect.arrayContaining(['candidacy', 'exchange-file', 'referral']),
    );
  });

  it.each(machines)('$name has a table without a fault', (machine) => {
    expect(faults(machine)).toEqual([]);
  });

  it.each(machines)('$name has in the database the states of its table', (machine) => {
    expect(statesInDatabase(machine).sort()).toEqual([...machine.states].sort());
  });

  it.each(machines)('$name says in French what each command does, and who may', (machine) => {
    for (const { about, by, from } of Object.values(machine.transitions)) {
      expect(about).toMatch(/^[A-ZÀÉÈ].*\.$/u);
      expect(by.length * from.length).toBeGreaterThan(0);
    }
  });

  it.each(machines)('$name publishes versioned events under its own name', (machine) => {
    const events = Object.values(machine.transitions).flatMap(({ emits }) => emits ?? []);
    expect(events.length).toBeGreaterThan(0);
    expect(new Set(events).size).toBe(events.length);
    for (const event of events) expect(event).toMatch(/^[a-z-]+\.[a-z-]+\.v\d+$/);
    for (const event of events) expect(event.split('.')[0]).toBe(machine.name);
  });
});
