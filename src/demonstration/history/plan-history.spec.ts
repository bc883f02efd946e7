import {
  addDays,
  addMonths,
  codesOf,
  localDate,
  monthOf,
  type LocalDate,
} from '../../kernel/index.js';
import { OUTCOME_CODES } from '../../candidacies/index.js';
import { SHIPPED_ORGANISATIONS } from '../../organisations/reference/shipped-organisations.js';
import type { Home } from '../people/homes.js';
import { planHistory } from './plan-history.js';
import { planService } from './plan-service.js';
import type { PlannedCase } from './planned-case.js';

const HOME: Home = {
  region: 'reunion',
  communes: [{ code: '97411', postalCode: '97400' }],
  phonePrefix: '069200',
  phoneDigits: 4,
  birthCountries: ['99333'],
};
const TODAYS = [
  localDate(2026, 11, 22),
  localDate(2026, 12, 1),
  localDate(2027, 1, 2),
  localDate(2027, 1, 31),
  localDate(2027, 7, 2),
  localDate(2028, 2, 29),
];

const planned = new Map<LocalDate, PlannedCase[]>();

/** Planned once for a day: it takes a moment. */
function history(today = localDate(2026, 11, 22)): PlannedCase[] {
  const cases = planned.get(today) ?? plan(today);
  planned.set(today, cases);
  return cases;
}

function plan(today: LocalDate): PlannedCase[] {
  return planHistory({
    missionsLocales: SHIPPED_ORGANISATIONS.filter(({ kind }) => kind === 'mission-locale'),
    units: SHIPPED_ORGANISATIONS.filter(({ kind }) => kind === 'unit'),
    homeOf: () => HOME,
    adviserOf: () => null,
    months: 24,
    today,
  });
}

/** True when neither side has ended the case: what an organisation has in its stock. */
function isOpen({ submitted, steps }: PlannedCase): boolean {
  const ends = ['withdraw', 'lapse', 'decide', 'close'];
  return submitted !== null && !steps.some(({ command }) => ends.includes(command));
}

describe('The history of the demonstration', () => {
  it('is the same each time it is planned for a day', () => {
    const [one, two] = [history(), plan(localDate(2026, 11, 22))];
    expect(JSON.stringify(two)).toBe(JSON.stringify(one));
  });

  it.each(TODAYS)('tells nothing that has not happened on %s', (today) => {
    for (const { submitted, steps } of history(today)) {
      const days = [submitted?.on ?? today, ...steps.map(({ on }) => on)];
      expect(days.every((day) => day <= today)).toBe(true);
      expect(days.slice(1)).toEqual(days.slice(1).toSorted());
    }
  });

  it.each(TODAYS)('leaves the partners with a client at most ten open cases on %s', (today) => {
    const open = history(today).filter(isOpen);
    for (const code of ['97411S00', '97600S00']) {
      const own = open.filter(({ missionLocale }) => missionLocale.code === code);
      expect([code, own.length > 3 && own.length <= 10]).toEqual([code, true]);
    }
    for (const code of ['RSMA-RE', 'RSMA-YT']) {
      const own = open.filter(({ unit }) => unit.code === code);
      expect([code, own.length > 3 && own.length <= 10]).toEqual([code, true]);
    }
  });

  it.each(TODAYS)('lets the units with a client await an incorporation on %s', (today) => {
    for (const code of ['RSMA-RE', 'RSMA-YT']) {
      const awaited = history(today).filter(
        ({ unit, steps }) =>
          unit.code === code &&
          steps.some((step) => {
            const outcome = step.side === 'unit' ? step.outcome : undefined;
            return (
              outcome?.code === 'APTE_RETENU' && (outcome.plannedIncorporationOn ?? '') > today
            );
          }),
      );
      expect([code, awaited.length > 0]).toEqual([code, true]);
    }
  });

  it.each(TODAYS)('has every outcome and every way a case may go on %s', (today) => {
    const cases = history(today);
    const steps = cases.flatMap((one) => one.steps);
    const codes = new Set(
      steps.flatMap((step) => (step.side === 'unit' && step.outcome ? [step.outcome.code] : [])),
    );
    expect([...codes].toSorted()).toEqual([...codesOf(OUTCOME_CODES)].toSorted());
    const commands = new Set(steps.map(({ command }) => command));
    expect([...commands].toSorted()).toEqual([
      'acknowledge',
      'close',
      'convoke',
      'decide',
      'evaluate',
      'lapse',
      'reopen',
      'withdraw',
    ]);
    expect(cases.some(({ submitted }) => submitted === null)).toBe(true);
    expect(cases.length).toBeGreaterThan(3_000);
    expect(cases.length).toBeLessThan(5_000);
  });

  it.each(TODAYS)('begins two years before %s, and leaves no month of them empty', (today) => {
    const cases = history(today);
    const current = monthOf(today);
    const over = Array.from({ length: 23 }, (_, at) => addMonths(current, at - 23));
    const referred = new Set(cases.flatMap(({ submitted }) => submitted?.on.slice(0, 7) ?? []));
    expect(over.filter((month) => !referred.has(month))).toEqual([]);
    expect([...referred].toSorted()[0]).toBe(over[0]);
    const services = cases.flatMap((one) => planService(one, addDays(today, -1)) ?? []);
    const begun = new Set(services.map(({ beginning }) => beginning.incorporatedOn?.slice(0, 7)));
    expect(over.slice(2).filter((month) => !begun.has(month))).toEqual([]);
    const left = new Set(
      services.flatMap(({ steps }) =>
        steps.flatMap((step) => (step.command === 'exit' ? [step.on.slice(0, 7)] : [])),
      ),
    );
    expect(over.slice(3).filter((month) => !left.has(month))).toEqual([]);
  });

  it.each(TODAYS)('tells of a service what had happened by %s, in its order', (today) => {
    const until = addDays(today, -1);
    const days = history(today).flatMap((one) => {
      const service = planService(one, until);
      return service ? [[service.toldOn, ...service.steps.map(({ on }) => on)]] : [];
    });
    expect(days.filter((own) => own.some((day) => day > until))).toEqual([]);
    expect(days.filter((own) => own.join() !== own.toSorted().join())).toEqual([]);
  });

  it.each(TODAYS)('has contingents on %s, large enough to be counted apart', (today) => {
    const groups = new Map<string, number>();
    for (const { unit, member } of history(today)) {
      if (member === null || member.incorporatesOn >= today) continue;
      const name = `${unit.code} ${member.incorporatesOn}`;
      groups.set(name, (groups.get(name) ?? 0) + 1);
    }
    const counts = [...groups.values()];
    expect(counts.length).toBeGreaterThanOrEqual(4 * 11);
    expect(counts.filter((count) => count !== 42)).toEqual([]);
  });

  it('shares out each contingent, so that none is a hazard', () => {
    const own = history().filter(
      ({ unit, member }) => unit.code === 'RSMA-MQ' && member?.incorporatesOn === '2025-10-01',
    );
    const begun = own.flatMap((one) => planService(one, localDate(2026, 11, 21)) ?? []);
    expect(begun.length).toBeGreaterThanOrEqual(18);
    const exits = begun.flatMap(({ steps }) =>
      steps.flatMap((step) => (step.command === 'exit' ? [step.exit.reason] : [])),
    );
    const completed = exits.filter((reason) => reason === 'FIN_CONTRAT').length;
    expect(completed / exits.length).toBeGreaterThan(0.75);
    expect(completed / exits.length).toBeLessThan(0.95);
  });

  it('gives no two cases one reference, one file number or one i-milo number', () => {
    const cases = history();
    const references = cases.map(({ draft }) => draft.reference);
    const imiloIds = cases.flatMap(({ person }) => person.imiloId ?? []);
    const numbers = cases.flatMap(({ unit, steps }) =>
      steps.flatMap((step) =>
        step.side === 'unit' && step.unitFileNumber ? [`${unit.code} ${step.unitFileNumber}`] : [],
      ),
    );
    for (const names of [references, imiloIds, numbers]) {
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('invents people of age, with names as French civil status writes them', () => {
    const names = history().map(({ person }) => person.identity.birthName);
    const letters = new Set(names.join(''));
    expect([...'ÉÈÊËÏÎÔÖÛÜÇŒÑ’-'].filter((letter) => !letters.has(letter))).toEqual([]);
    for (const { person, draft } of history()) {
      const years =
        Number(draft.asOf?.on.slice(0, 4)) - Number(person.identity.birthDate.slice(0, 4));
      expect(years).toBeGreaterThanOrEqual(18);
      expect(years).toBeLessThanOrEqual(26);
    }
  });
});
