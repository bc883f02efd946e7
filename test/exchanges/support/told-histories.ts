import fc from 'fast-check';
import type { Row } from './deposits.js';
import type { Somebody } from './emitters.js';

export type Nature = 'I' | 'R' | 'C' | 'A' | 'N' | 'S';
export type FlowCode = 'SUI' | 'ORI';

/** Months whose slots are both open: a unit corrects the first in a file of the second. */
export const PERIODS = ['2026-11', '2026-12'] as const;
export const NOTICE_DAY = '2027-01-03';

/** What a row says of one of a few people; the world it is told in says who they are. */
export interface ToldRow {
  readonly who: number;
  readonly cells: Row;
}

/** A file as its emitter sent it, in the order of its software. */
export interface ToldFile {
  readonly flow: FlowCode;
  readonly nature: Nature;
  readonly period: string;
  /** From 1, per flow. */
  readonly number: number;
  readonly rows: readonly ToldRow[];
}

/** People of a world: two answered by the unit, one who applied directly, two referred by files. */
export interface People {
  readonly answered: readonly Somebody[];
  readonly direct: Somebody;
  readonly referred: readonly Somebody[];
}

interface Wish {
  readonly flow: FlowCode;
  readonly kind: 'photo' | 'C' | 'A' | 'N' | 'S';
  readonly period: (typeof PERIODS)[number];
  readonly rows: readonly { readonly who: number; readonly what: number; readonly day: number }[];
}

const wish: fc.Arbitrary<Wish> = fc.record({
  flow: fc.constantFrom('SUI', 'SUI', 'ORI'),
  kind: fc.constantFrom('photo', 'photo', 'photo', 'C', 'C', 'S', 'S', 'A', 'N'),
  period: fc.constantFrom(...PERIODS),
  rows: fc.uniqueArray(
    fc.record({ who: fc.nat(2), what: fc.nat(99), day: fc.integer({ min: 1, max: 28 }) }),
    { selector: ({ who }) => who, minLength: 1, maxLength: 3 },
  ),
});

/** Up to six files that are all taken when they come in their order, over two periods and two flows. */
export const history: fc.Arbitrary<readonly ToldFile[]> = fc
  .array(wish, { minLength: 2, maxLength: 6 })
  .map(filesOf);

/** The same files in any order, some of them twice. */
export function deliveries(files: readonly ToldFile[]): fc.Arbitrary<readonly ToldFile[]> {
  const twice = fc.subarray([...files], { maxLength: 2 });
  return twice.chain((more) => {
    const all = [...files, ...more];
    return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
  });
}

/** A file sent again: its very bytes, or its content under the next number. */
type Again = 'bytes' | 'number';

/** The same files in their order, each two to four times before the next; then the very bytes of all. */
export function repetitions(files: readonly ToldFile[]): fc.Arbitrary<readonly ToldFile[]> {
  const again = fc.array(fc.constantFrom<Again[]>('bytes', 'number'), {
    minLength: 1,
    maxLength: 3,
  });
  return fc
    .array(again, { minLength: files.length, maxLength: files.length })
    .map((ways) => repeated(files, ways));
}

function repeated(files: readonly ToldFile[], ways: readonly Again[][]): ToldFile[] {
  const used = { SUI: 0, ORI: 0 };
  const sent = files.flatMap((file, index) => {
    const numbered = { ...file, number: (used[file.flow] += 1) };
    const copies = (ways[index] ?? []).map((way) =>
      way === 'bytes' ? numbered : { ...file, number: (used[file.flow] += 1) },
    );
    return [numbered, ...copies];
  });
  return [...sent, ...sent];
}

function filesOf(wishes: readonly Wish[]): ToldFile[] {
  const files: ToldFile[] = [];
  for (const { flow, kind, period, rows } of wishes) {
    const ofSlot = files.filter((file) => file.flow === flow && file.period === period);
    const nature = natureOf(kind, ofSlot);
    const number = files.filter((file) => file.flow === flow).length + 1;
    const isEmpty = nature === 'A' || nature === 'N';
    files.push({
      flow,
      nature,
      period: nature === 'S' ? NOTICE_DAY : period,
      number,
      rows: isEmpty ? [] : peopleOf(flow, rows).map((row) => toldRow(flow, nature, period, row)),
    });
  }
  return files;
}

/** Two people are referred by files; a file that is neither nil nor an annulation has a row at least. */
function peopleOf(flow: FlowCode, rows: Wish['rows']): Wish['rows'] {
  if (flow === 'SUI') return rows;
  const referred = rows.filter(({ who }) => who < 2);
  return referred.length > 0 ? referred : rows.map((row) => ({ ...row, who: 1 }));
}

function natureOf(kind: Wish['kind'], ofSlot: readonly ToldFile[]): Nature {
  const since = ofSlot.slice(ofSlot.findLastIndex(({ nature }) => nature === 'A') + 1);
  const isStated = since.some(({ nature }) => nature !== 'C');
  if (kind === 'photo') return isStated ? 'R' : 'I';
  return kind === 'N' && isStated ? 'C' : kind;
}

function toldRow(
  flow: FlowCode,
  nature: Nature,
  period: string,
  { who, what, day }: Wish['rows'][number],
): ToldRow {
  const on = `${period}-${String(day).padStart(2, '0')}`;
  const corrects = nature !== 'S' && period === PERIODS[1] && what % 5 === 0;
  const type: Row = corrects ? { type_ligne: 'CORRECTION', periode_rattachement: PERIODS[0] } : {};
  const said = flow === 'ORI' ? referredCells(who, what) : answeredCells(what, on);
  return { who, cells: { ...type, ...said } };
}

/** Only somebody referred before any file may be withdrawn: nobody remembers an unknown reference. */
function referredCells(who: number, what: number): Row {
  return {
    etat_orientation: who === 0 && what % 4 === 0 ? 'RETIREE' : 'MAINTENUE',
    niveau_diplome: ['N3', 'N4', 'N5'][what % 3] ?? 'N3',
    telephone: `069200000${what % 7}`,
  };
}

const OUTCOMES: readonly Row[] = [
  { code_suite: 'ABSENT' },
  { code_suite: 'AJOURNE', date_reexamen: '2027-02' },
  { code_suite: 'INAPTE_DEFINITIF' },
  { code_suite: 'INAPTE_TEMPORAIRE', date_reexamen: '2027-03' },
];

function answeredCells(what: number, on: string): Row {
  const state = ['RECUE', 'EN_EVALUATION', 'CONVOQUEE', 'DECIDEE', 'DECIDEE', 'CLOSE'][what % 6];
  const said = { etat_candidature: state ?? 'RECUE', date_etat: on };
  if (state !== 'DECIDEE') return said;
  return { ...said, date_suite: on, niveau_evalue: 'NON_EVALUE', ...OUTCOMES[what % 4] };
}

/** The cells of a row about the people of a world. */
export function cellsOf({ flow }: ToldFile, { who, cells }: ToldRow, people: People): Row {
  const { answered, direct, referred } = people;
  if (flow === 'ORI') return (referred[who] ?? direct).referred({ ...BEFORE, ...cells });
  const one = answered[who];
  return one ? one.answered(cells) : direct.direct(cells);
}

/** Referred before all that a unit may say of them. */
export const BEFORE: Row = {
  date_orientation: '2026-10-10',
  date_information_jeune: '2026-10-09',
};
