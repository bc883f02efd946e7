import fc from 'fast-check';
import type { Row } from './support/deposits.js';
import { DRAWN_HISTORIES, NO_LIMIT } from './support/drawn-histories.js';
import { Emitters, ML, newPeople, UNIT, type Somebody } from './support/emitters.js';
import { incorporated, left, present } from './support/service-rows.js';

let partners: Emitters;

beforeAll(async () => {
  partners = await Emitters.start();
});
beforeEach(() => partners.emptySlots());
afterAll(() => partners?.service.close());

/** A file of the unit about one person: a notice, or rows that complete the photo of the month. */
interface Told {
  readonly flow: 'INC' | 'SOR' | 'CEU';
  readonly isNotice: boolean;
  readonly who: number;
  readonly cells: Row;
}

const ROWS = { INC: incorporated, SOR: left, CEU: present };

const begun: fc.Arbitrary<Told> = fc.record({
  flow: fc.constant('INC' as const),
  isNotice: fc.boolean(),
  who: fc.nat(1),
  cells: fc.record({
    date_incorporation: fc.constantFrom('2026-11-18', '2026-11-20'),
    filiere: fc.constantFrom('Cuisine', 'Maçonnerie'),
    statut_incorporation: fc.constantFrom('INCORPORE', 'INCORPORE', 'ABSENT_INCORPORATION'),
  }),
});
const gone: fc.Arbitrary<Told> = fc.record({
  flow: fc.constant('SOR' as const),
  isNotice: fc.boolean(),
  who: fc.nat(1),
  cells: fc.record({
    date_sortie: fc.constantFrom('2026-11-19', '2026-11-26', '2026-11-28'),
    motif_sortie: fc.constantFrom('RESILIATION_DEMANDE', 'AUTRE', 'INAPTITUDE_EN_COURS'),
  }),
});
const there: fc.Arbitrary<Told> = fc.record({
  flow: fc.constant('CEU' as const),
  isNotice: fc.constant(false),
  who: fc.nat(1),
  cells: fc.record({
    absence_longue: fc.constantFrom('O', 'N'),
    date_fin_prevue: fc.constantFrom('2027-09-19', '2027-10-01'),
  }),
});

/** The same with a line that takes back what was told of the month. */
const undone: fc.Arbitrary<Told> = fc.oneof(begun, gone, there).map((told) => ({
  ...told,
  isNotice: false,
  cells: { ...told.cells, type_ligne: 'ANNULATION', periode_rattachement: '2026-11' },
}));

/** Files in the order of their numbers, and the order they come in, some of them twice. */
const history = fc
  .array(fc.oneof(begun, begun, gone, there, undone), { minLength: 2, maxLength: 4 })
  .chain((files) => {
    const places = [...files.keys()];
    const received = fc.subarray(places, { maxLength: 2 }).chain((twice) => {
      const all = [...places, ...twice];
      return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
    });
    return fc.tuple(fc.constant(files), fc.constant(places), received);
  });

async function selected(): Promise<Somebody[]> {
  const people = newPeople(2);
  const ofDay = { nature: 'S', period: '2026-11-17' } as const;
  const day = { date_orientation: '2026-11-02', date_information_jeune: '2026-11-02' };
  const fit = {
    code_suite: 'APTE_RETENU',
    date_suite: '2026-11-16',
    date_etat: '2026-11-16',
    date_incorporation_prevue: '2026-11-18',
    contingent: '2026-11',
  };
  await partners.send('ORI', ML, { ...ofDay, rows: people.map((one) => one.referred(day)) });
  await partners.send('SUI', UNIT, { ...ofDay, rows: people.map((one) => one.decided(fit)) });
  return people;
}

/** What stands of two new people once the files came in this order. */
async function after(files: readonly Told[], order: readonly number[]): Promise<unknown> {
  await partners.emptySlots();
  const people = await selected();
  const numbers = files.map(({ flow }) => partners.next(flow, UNIT));
  for (const place of order) {
    const { flow, isNotice, who, cells } = files[place]!;
    const stated = isNotice ? ({ nature: 'S', period: '2026-11-28' } as const) : {};
    await partners.send(flow, UNIT, {
      ...stated,
      sequence: numbers[place]!,
      rows: [ROWS[flow](people[who]!, cells)],
      confirmations: [{ code: 'CONTENU_DEJA_RECU' }],
    });
  }
  return Promise.all(people.map(standing));
}

async function standing({ reference }: Somebody): Promise<unknown> {
  const [found] = await partners.look<{ state: string; incorporated_on: string | null }>(
    `select v.state, v.state_on::text, v.incorporated_on::text, v.planned_end_on::text, v.track,
       v.presence_month, v.presence_months, v.is_long_absent, v.exited_on::text, v.exit_reason,
       (select coalesce(array_agg(e.cause || ' ' || e.ends_on order by e.ends_on, e.id), '{}') from app.return_episode e
         where e.volunteer_id = v.id and e.state not in ('cancelled')) as returns
     from app.volunteer v join app.referral r on r.id = v.referral_id where r.reference = $1`,
    reference,
  );
  // Nobody told of, or nothing left of what was told: the unit waits for a day of incorporation.
  const isUntold = found?.state === 'postponed' && found.incorporated_on === null;
  return isUntold ? null : (found ?? null);
}

describe('Files on services', () => {
  it(
    'end in one state in any order, some of them twice',
    async () => {
      await fc.assert(
        fc.asyncProperty(history, async ([files, inOrder, received]) => {
          expect(await after(files, received)).toEqual(await after(files, inOrder));
        }),
        DRAWN_HISTORIES,
      );
    },
    NO_LIMIT,
  );
});
