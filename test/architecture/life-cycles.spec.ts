import { commandsOf, faults, type AnyMachine } from '../../src/kernel/index.js';
import { allMachines } from './support/machines.js';
import { filesUnder, textOf } from './support/project-files.js';

const machines = allMachines();

/** States that the database accepts in the column of a life-cycle; a later migration wins. */
function statesInDatabase(machine: AnyMachine): string[] {
  const table = machine.name.replaceAll('-', '_');
  const constraint = new RegExp(
    String.raw`constraint\s+${table}_state\s+check\s*\(state in \(([^)]*)\)\)`,
    'g',
  );
  const texts = filesUnder('src/platform/database/migrations').map(textOf);
  const last = texts.flatMap((text) => [...text.matchAll(constraint)]).at(-1)?.[1] ?? '';
  return [...last.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '');
}

describe('every life-cycle', () => {
  it('is found by this check', () => {
    expect(machines.map((machine) => machine.name)).toEqual(
      expect.arrayContaining(['candidacy', 'referral']),
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
    const events = Object.values(machine.transitions).map(({ emits }) => emits);
    expect(new Set(events).size).toBe(commandsOf(machine).length);
    for (const event of events) expect(event).toMatch(/^[a-z-]+\.[a-z-]+\.v\d+$/);
    for (const event of events) expect(event.split('.')[0]).toBe(machine.name);
  });
});
