import {
  amendmentIssues,
  confirmationIssues,
  contractIssues,
  endIssues,
  extensionIssues,
  overlaps,
} from './contract.rules.js';
import { contract, day } from './support/contracts.js';

const pointers = (issues: readonly { pointer: string; code: string }[]) =>
  issues.map(({ pointer, code }) => `${pointer} ${code}`);

describe('The dates of a contract', () => {
  it.each([
    ['CEJ', '2026-09-01', '2026-09-01', ['/plannedEndOn CHRONOLOGIE']],
    ['CEJ', '2026-09-01', '2026-09-02', []],
    ['CEJ', '2026-09-01', '2028-02-29', []],
    ['CEJ', '2026-09-01', '2028-03-01', []],
    ['CEJ', '2026-09-01', '2028-03-02', ['/plannedEndOn CHRONOLOGIE']],
    ['CEJ', '2026-08-31', '2028-02-29', []],
    ['CEJ', '2026-08-31', '2028-03-01', ['/plannedEndOn CHRONOLOGIE']],
    ['PACEA', '2026-09-01', '2028-09-01', []],
    ['PACEA', '2026-09-01', '2028-09-02', ['/plannedEndOn CHRONOLOGIE']],
  ] as const)('of a %s from %s to %s: %j', (scheme, startsOn, plannedEndOn, expected) => {
    const input = { scheme, startsOn: day(startsOn), plannedEndOn: day(plannedEndOn) };
    expect(pointers(contractIssues(input))).toEqual(expected);
  });

  it('are corrected within what was extended', () => {
    const one = contract({ extension: { until: day('2027-12-31'), motive: 'AUTRE' } });
    const to = (startsOn: string, plannedEndOn: string) =>
      pointers(amendmentIssues(one, { startsOn: day(startsOn), plannedEndOn: day(plannedEndOn) }));
    expect(to('2026-09-01', '2027-12-30')).toEqual([]);
    expect(to('2026-09-01', '2027-12-31')).toEqual(['/plannedEndOn CHRONOLOGIE']);
    expect(to('2026-06-30', '2027-06-29')).toEqual(['/startsOn CHRONOLOGIE']);
  });
});

describe('A motivated extension', () => {
  it.each([
    ['2027-08-31', ['/until CHRONOLOGIE']],
    ['2027-09-01', []],
    ['2028-03-01', []],
    ['2028-03-02', ['/until CHRONOLOGIE']],
  ])('until %s: %j', (until, expected) => {
    const issues = extensionIssues(contract(), { until: day(until), motive: 'AUTRE' });
    expect(pointers(issues)).toEqual(expected);
  });

  it('is not for a PACEA', () => {
    const pacea = contract({ scheme: 'PACEA' });
    const input = { until: day('2027-12-31'), motive: 'AUTRE' } as const;
    expect(pointers(extensionIssues(pacea, input))).toEqual(['/until CHRONOLOGIE']);
  });
});

describe('A real end', () => {
  it.each([
    ['2026-08-31', ['/endedOn CHRONOLOGIE']],
    ['2026-09-01', []],
    ['2027-01-10', []],
    ['2027-01-11', ['/endedOn DATE_FUTURE']],
  ])('on %s, told on 10 January: %j', (endedOn, expected) => {
    const input = { endedOn: day(endedOn), reason: 'AUTRE' } as const;
    expect(pointers(endIssues(contract(), input, day('2027-01-10')))).toEqual(expected);
  });
});

describe('The confirmation of a computed extension', () => {
  const computed = {
    serviceId: 's-1',
    until: day('2027-05-31'),
    servedUntil: day('2027-03-15'),
    isForecast: false,
    isConfirmed: false,
  };

  it('is for the day that is shown', () => {
    expect(confirmationIssues(day('2027-05-31'), computed)).toEqual([]);
    expect(pointers(confirmationIssues(day('2027-05-30'), computed))).toEqual([
      '/until CHRONOLOGIE',
    ]);
  });

  it('waits for the exit, and needs an extension', () => {
    const forecast = { ...computed, isForecast: true };
    expect(confirmationIssues(computed.until, forecast)).toHaveLength(1);
    expect(confirmationIssues(computed.until, null)).toHaveLength(1);
  });
});

describe('Two contracts of a young person', () => {
  it.each([
    ['2027-08-31', '2028-01-31', true],
    ['2027-09-01', '2028-01-31', false],
    ['2026-01-01', '2026-09-01', true],
    ['2026-01-01', '2026-08-31', false],
  ])('from %s to %s, are the same one: %s', (startsOn, plannedEndOn, expected) => {
    const dates = { startsOn: day(startsOn), plannedEndOn: day(plannedEndOn) };
    expect(overlaps(contract(), dates)).toBe(expected);
  });

  it('are two when the first really ended before', () => {
    const ended = contract({ end: { endedOn: day('2026-12-31'), reason: 'DEMANDE_JEUNE' } });
    const dates = { startsOn: day('2027-01-01'), plannedEndOn: day('2027-06-30') };
    expect(overlaps(ended, dates)).toBe(false);
  });
});
