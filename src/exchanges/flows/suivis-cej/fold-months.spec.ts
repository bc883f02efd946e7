import fc from 'fast-check';
import type { Contract, ContractAct } from '../../../cej/index.js';
import {
  lastDay,
  parseLocalDate,
  parseMonth,
  type FileActor,
  type LocalDate,
  type Month,
} from '../../../kernel/index.js';
import type { Organisation } from '../../../organisations/index.js';
import type { ApplyContext } from '../../use-cases/flow-ports.js';
import type { ContractMonthRow } from './columns.js';
import type { ContractPlace } from './decide-month.js';
import { foldMonths } from './fold-months.js';
import type { ContractMonth } from './plan-month.js';

function on(text: string): LocalDate {
  const day = parseLocalDate(text);
  if (!day) throw new Error(`no day ${text}`);
  return day;
}

function month(text: string): Month {
  const read = parseMonth(text);
  if (!read) throw new Error(`no month ${text}`);
  return read;
}

const ORGANISATION = { id: 'ml', code: '97411S00', kind: 'mission-locale' } as const;
const ACTOR: FileActor = {
  type: 'file',
  id: 'file',
  scopes: [],
  organisation: ORGANISATION,
  channel: { kind: 'file', fileId: 'file', line: null },
  correlationId: 'c',
};
const CONTEXT: ApplyContext = {
  actor: ACTOR,
  emitter: ORGANISATION as unknown as Organisation,
  today: on('2027-02-03'),
  fileId: 'file',
  isReplacing: false,
};
const PLACE: ContractPlace = {
  referral: { id: 'referral', missionLocaleId: 'ml', personId: 'person', unitId: 'unit' },
  contract: null,
  others: [],
  newId: 'contract',
};
const KNOWN: Contract = {
  id: 'contract',
  missionLocaleId: 'ml',
  personId: 'person',
  referralId: 'referral',
  scheme: 'CEJ',
  state: 'open',
  startsOn: on('2026-09-01'),
  plannedEndOn: on('2027-08-31'),
  extension: null,
  confirmation: null,
  end: null,
  isKept: false,
  asOf: null,
  version: 1,
};

/** What a referral told first. */
const RECORDED: ContractAct = {
  contractId: 'contract',
  command: 'record',
  said: { ...KNOWN },
  asOf: { on: on('2026-10-10'), sequence: 1, line: 2 },
};

/** A month of the CEJ, by the number of its file: it goes on unless told. */
function told(sequence: number, mois: string, over: Partial<ContractMonthRow> = {}): ContractMonth {
  const row = {
    type_ligne: 'SITUATION',
    mois: month(mois),
    cej_actif: true,
    cej_date_debut: on('2026-09-01'),
    cej_date_fin_prevue: on('2027-08-31'),
    cej_date_fin_reelle: null,
    motif_fin_cej: null,
    ...over,
  } as ContractMonthRow;
  return { line: 2, row, asOf: { on: lastDay(month(mois)), sequence, line: 2 } };
}

function folded(months: readonly ContractMonth[], acts: readonly ContractAct[] = [RECORDED]) {
  return foldMonths(KNOWN, PLACE, { months, acts }, CONTEXT);
}

const ENDED = {
  cej_actif: false,
  cej_date_fin_reelle: on('2026-11-20'),
  motif_fin_cej: 'INSERTION',
} as const;

describe('Months of a CEJ told anew', () => {
  it('make of a contract what they say, in their order', () => {
    const longer = told(2, '2026-11', { cej_date_fin_prevue: on('2027-10-31') });
    const { contract } = folded([told(3, '2026-12', ENDED), longer]);
    expect(contract).toMatchObject({
      state: 'ended',
      plannedEndOn: '2027-08-31',
      end: { endedOn: '2026-11-20', reason: 'INSERTION' },
    });
  });

  it('leave nothing when nothing was said', () => {
    expect(folded([], []).contract).toBeNull();
  });

  it('record a contract that no referral told', () => {
    expect(folded([told(1, '2026-11')], []).contract).toMatchObject({ state: 'open', version: 1 });
  });

  it('refuse to say active again what ended, but for a correction', () => {
    const again = told(3, '2026-12');
    const { contract, refused } = folded([told(2, '2026-11', ENDED), again]);
    expect(contract?.state).toBe('ended');
    expect(refused.get(again)).toMatchObject({ precision: 'CEJ_CLOS' });
    const corrected = told(3, '2026-12', { type_ligne: 'CORRECTION' });
    expect(folded([told(2, '2026-11', ENDED), corrected]).contract?.state).toBe('open');
  });

  it('keep what an adviser did between two files', () => {
    const act: ContractAct = {
      contractId: 'contract',
      command: 'amend',
      said: { ...KNOWN, plannedEndOn: on('2027-10-31') },
      asOf: { on: on('2026-12-02'), sequence: 0, line: 0 },
    };
    const { contract } = folded([told(2, '2026-11')], [RECORDED, act]);
    expect(contract?.plannedEndOn).toBe('2027-10-31');
  });

  it('are one contract whatever the order they are given in', () => {
    const wish = fc.record({
      mois: fc.constantFrom('2026-11', '2026-12', '2027-01'),
      what: fc.constantFrom(
        {},
        { cej_date_fin_prevue: on('2027-10-31') },
        { cej_date_fin_prevue: on('2027-12-31') },
        ENDED,
        { cej_actif: false },
      ),
      type: fc.constantFrom('SITUATION' as const, 'SITUATION' as const, 'CORRECTION' as const),
    });
    const rows = fc
      .array(wish, { minLength: 1, maxLength: 8 })
      .map((wishes) =>
        wishes.map(({ mois, what, type }, at) => told(at + 2, mois, { ...what, type_ligne: type })),
      );
    const shuffled = rows.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        const first = folded(all);
        const second = folded(other);
        expect(second.contract).toEqual(first.contract);
        expect(new Set(second.refused.keys())).toEqual(new Set(first.refused.keys()));
      }),
    );
  });
});
