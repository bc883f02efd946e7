import { localDate, monthOf, type Instant } from '../../../kernel/index.js';
import type { ExchangeFile } from '../../domain/exchange-file.js';
import type { CalendarCell } from '../../use-cases/consult-calendar.js';
import { calendarWords, yearIn } from './presenter.js';

const OCTOBER = monthOf(localDate(2026, 10, 1));
const FILE = {
  id: 'f',
  state: 'applied',
  place: { flow: 'SUI', mode: 'P', nature: 'I', period: '2026-10', sequence: 1 },
  report: { number: 'CRM-2026-0000001', stage: 'PROVISOIRE', code: 0 },
  counters: { read: 3, applied: 3, unchanged: 0, inReview: 0, stale: 0, rejected: 0 },
} as unknown as ExchangeFile;
const PARTLY = {
  ...FILE,
  report: { ...FILE.report, code: 2 },
  counters: { ...FILE.counters, applied: 1, rejected: 2 },
} as ExchangeFile;
const at = (text: string) => text as Instant;
const DATES = {
  opensAt: at('2026-11-01T10:00:00.000Z'),
  dueAt: at('2026-11-05T08:00:00.000Z'),
  closesAt: at('2026-11-08T20:00:00.000Z'),
};

const words = (cell: Partial<CalendarCell>, canDeposit = true) => {
  const cells = [{ flow: 'SUI', state: 'expected', file: null, ...cell }] as CalendarCell[];
  const months = [{ period: OCTOBER, dates: DATES, cells }];
  const found = { year: 2026, flows: ['SUI'], months, presentYear: 2026 };
  return calendarWords(found, { timeZone: 'Indian/Reunion', canDeposit });
};
const cellOf = (cell: Partial<CalendarCell>, canDeposit = true) =>
  words(cell, canDeposit).months[0]?.cells[0];

describe('The calendar of exchanges', () => {
  it('says the dates of a month on the clock of the organisation', () => {
    expect(words({}).months[0]).toMatchObject({
      month: 'octobre 2026',
      opens: '1er novembre 2026 à 14\u00A0h\u00A000',
      due: '5 novembre 2026 à 12\u00A0h\u00A000',
      closes: '9 novembre 2026 à 0\u00A0h\u00A000',
    });
  });

  it.each<[Partial<CalendarCell>, string]>([
    [{ state: 'upcoming' }, 'À venir'],
    [{ state: 'expected' }, 'Attendu'],
    [{ state: 'late' }, 'En retard'],
    [{ state: 'missing' }, 'Manquant'],
    [{ state: 'exempt' }, 'Dispensé'],
    [{ state: 'received', file: FILE }, 'Intégré'],
    [{ state: 'closed', file: PARTLY }, 'Intégré en partie'],
    [{ state: 'nil', file: FILE }, 'Reçu, néant'],
    [{ state: 'expected', file: { ...FILE, state: 'registered' } }, 'En traitement'],
    [{ state: 'late', file: { ...FILE, state: 'held' } }, 'À confirmer'],
    [{ state: 'expected', file: { ...FILE, place: { ...FILE.place!, nature: 'A' } } }, 'Attendu'],
  ])('says in one label what became of %j', (cell, label) => {
    expect(cellOf(cell)?.state?.label).toBe(label);
  });

  it('leads to the report, and to the deposit of what is awaited', () => {
    const deposit = '/echanges/depot?flux=SUI&mois=2026-10';
    const { links } = cellOf({ state: 'late' })!;
    expect(links).toEqual([
      { href: deposit, label: 'Déposer le fichier', about: expect.stringContaining('octobre') },
    ]);
    expect(cellOf({ state: 'received', file: FILE })?.links.map(({ href }) => href)).toEqual([
      '/echanges/f',
    ]);
    const rejected = { ...FILE, state: 'rejected' } as const;
    expect(cellOf({ state: 'expected', file: rejected })?.links.map(({ href }) => href)).toEqual([
      '/echanges/f',
      deposit,
    ]);
    const running = { ...FILE, state: 'registered' } as const;
    expect(cellOf({ state: 'expected', file: running })?.links).toHaveLength(1);
  });

  it('proposes no deposit to those who make none, nor for what is no longer taken', () => {
    expect(cellOf({ state: 'late' }, false)?.links).toEqual([]);
    expect(cellOf({ state: 'missing' })?.links).toEqual([]);
  });

  it('counts the lines that were rejected', () => {
    expect(cellOf({ state: 'received', file: PARTLY })?.rejected).toBe('2\u00A0lignes rejetées');
    expect(cellOf({ state: 'received', file: FILE })?.rejected).toBe('');
  });

  it('says nothing of a month that was not followed', () => {
    expect(cellOf({ state: null })).toMatchObject({ state: null, links: [] });
  });

  it('leaves out the months that were over before they were followed', () => {
    const months = [{ period: OCTOBER, dates: null, cells: [] }];
    const found = { year: 2026, flows: ['SUI'], months, presentYear: 2026 };
    const reader = { timeZone: 'Indian/Reunion', canDeposit: true };

    expect(calendarWords(found, reader).months).toEqual([]);
  });

  it('leads to the year before, and no further than the year to come', () => {
    expect(words({})).toMatchObject({ before: 2025, after: 2027 });
    const found = { year: 2027, flows: [], months: [], presentYear: 2026 };
    const reader = { timeZone: 'Indian/Reunion', canDeposit: false };
    expect(calendarWords(found, reader)).toMatchObject({ before: 2026, after: null });
    expect(calendarWords({ ...found, year: 2020 }, reader).before).toBeNull();
  });

  it.each([
    ['2025', 2025],
    ['2019', null],
    ['', null],
    ['20266', null],
    ['deux', null],
  ])('reads the year %p of an address as %p', (text, year) => {
    expect(yearIn(text)).toBe(year);
  });
});
