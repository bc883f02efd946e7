import { addDays, localDate, type Actor, type CodeStanding } from '../../../kernel/index.js';
import { NOTHING_SAID, type PersonRecord } from '../../../people/index.js';
import type { Referral } from '../../../referrals/index.js';
import { compileRowCheck, headersOf, sampleCells } from '../../flow/index.js';
import type { ApplyContext } from '../../use-cases/flow-ports.js';
import { decideAmendment, type KnownReferral, type Line } from './decide-amendment.js';
import { ORIENTATIONS } from './flow.js';
import { detailsOf, personOf } from './referral-of-row.js';

const current: CodeStanding = { standing: 'current' };
const check = compileRowCheck(ORIENTATIONS, {
  on: localDate(2026, 12, 3),
  emitterCode: null,
  communes: { isKnown: () => true, isFormer: () => false, successorOf: () => undefined },
  references: { standingOf: () => current },
});
const HEADERS = headersOf(ORIENTATIONS);
const [SAMPLE = []] = sampleCells(ORIENTATIONS);

function line(over: Readonly<Record<string, string>> = {}, sequence = 5): Line {
  const reading = check(
    HEADERS.map((header, at) => over[header] ?? SAMPLE[at] ?? ''),
    7,
  );
  if (!reading.isAccepted) throw new Error(JSON.stringify(reading.anomalies));
  const asOf = { on: localDate(2026, 11, 30), sequence, line: 7 };
  return { line: 7, row: reading.row, asOf };
}

const PERSON: PersonRecord = {
  ...personOf(line().row),
  id: 'person',
  organisationId: 'ml',
  version: 1,
};
const REFERRAL: Referral = {
  ...detailsOf(line().row),
  id: 'referral',
  missionLocaleId: 'ml',
  unitId: 'unit',
  personId: 'person',
  reference: line().row.reference_orientation,
  state: 'submitted',
  referredOn: localDate(2026, 11, 20),
  submittedAt: null,
  outcome: null,
  adviserId: null,
  asOf: { on: localDate(2026, 11, 30), sequence: 3, line: 2 },
  version: 4,
};

const actor: Actor = {
  type: 'file',
  id: 'file',
  scopes: [],
  organisation: { id: 'ml', code: '97411S00', kind: 'mission-locale' },
  channel: { kind: 'file', fileId: 'file', line: null },
  correlationId: 'c',
};
const CONTEXT = { actor } as Partial<ApplyContext> as ApplyContext;

function decide(one: Line, over: Partial<Referral> = {}, more: Partial<KnownReferral> = {}) {
  const referral = { ...REFERRAL, ...over };
  const known = {
    ...{ referral, person: PERSON, namedUnitId: 'unit', identities: NOTHING_SAID },
    corrected: {},
  };
  return decideAmendment(one, { ...known, ...more }, CONTEXT);
}

/** `state code column precision` of a row that changes nothing. */
function said(...known: Parameters<typeof decide>): string {
  const { fate, change, contact } = decide(...known);
  expect([change, contact]).toEqual([null, null]);
  const { code, column, precision } = fate.anomalies[0] ?? {};
  return [fate.state, code, column, precision].filter(Boolean).join(' ');
}

const moved = line({ telephone: '0692999999' });
const promoted = line({ niveau_diplome: 'N4' });
const withdrawn = line({ etat_orientation: 'RETIREE' });

describe('A row on a referral already on file', () => {
  it('finds it as it says, and confirms it when it is more recent', () => {
    expect(said(line())).toBe('I');
    expect(decide(line()).confirmed).toEqual({ id: 'referral', asOf: line().asOf });
    expect(decide(line({}, 2)).confirmed).toBeNull();
  });

  it('brings its details up to date, at its own line', () => {
    const { fate, change, contact } = decide(promoted);
    expect(fate).toMatchObject({ state: 'A', resourceId: 'referral', recipientId: 'unit' });
    expect(change).toMatchObject({
      before: { version: 4 },
      after: { diplomaLevel: 'N4', state: 'submitted', version: 5, asOf: promoted.asOf },
      command: null,
      actor: { channel: { kind: 'file', fileId: 'file', line: 7 } },
    });
    expect(contact).toBeNull();
  });

  it('brings how to reach the person up to date, never who they are', () => {
    const { contact, change } = decide(
      line({ telephone: '0692999999', nom_naissance: 'PAYE', prenoms: 'Léa' }),
    );
    expect(contact).toMatchObject({ person: PERSON, contact: { phone: '0692999999' } });
    expect(change?.after.asOf).toEqual(moved.asOf);
  });

  it('leaves how to reach the person as a page corrected it since, and says so', () => {
    const { on } = moved.asOf;
    const corrected = { phone: on };
    expect(said(moved, {}, { corrected })).toBe('P');
    expect(decide(moved, {}, { corrected }).confirmed).toEqual({
      id: 'referral',
      asOf: moved.asOf,
    });
    expect(said(line(), {}, { corrected })).toBe('I');
    const both = line({ telephone: '0692999999', courriel: 'lea@exemple.fr' });
    expect(decide(both, {}, { corrected })).toMatchObject({
      fate: { state: 'A' },
      contact: { contact: { phone: PERSON.contact.phone, email: 'lea@exemple.fr' } },
    });
    const before = { phone: addDays(on, -1) };
    expect(decide(moved, {}, { corrected: before }).contact).toMatchObject({
      contact: { phone: '0692999999' },
    });
  });

  it('withdraws it on the day of the file', () => {
    const { change } = decide(withdrawn);
    expect(change).toMatchObject({
      command: 'withdraw',
      effectiveOn: '2026-11-30',
      after: { state: 'withdrawn', asOf: withdrawn.asOf },
    });
  });

  it.each<[string, Line, Partial<Referral>, string]>([
    ['older than what is known', line({ niveau_diplome: 'N4' }, 2), {}, 'P'],
    ['an older withdrawal', line({ etat_orientation: 'RETIREE' }, 2), {}, 'P'],
    ['a second withdrawal', withdrawn, { state: 'withdrawn' }, 'I'],
    ['a referral of before its withdrawal', line({}, 2), { state: 'withdrawn' }, 'P'],
    [
      'a referral that comes back',
      line(),
      { state: 'withdrawn' },
      'R TRANSITION_INTERDITE etat_orientation ORIENTATION_RETIREE',
    ],
    [
      'the withdrawal of what is decided',
      withdrawn,
      { state: 'decided' },
      'R TRANSITION_INTERDITE etat_orientation',
    ],
    ['details of what is decided', promoted, { state: 'decided' }, 'I'],
    ['details of what stayed without an answer', promoted, { state: 'lapsed' }, 'I'],
    ['a draft', line(), { state: 'draft' }, 'R TRANSITION_INTERDITE etat_orientation'],
    [
      'an annulment',
      line({ type_ligne: 'ANNULATION', periode_rattachement: '2026-10' }),
      {},
      'R constraint-error type_ligne ANNULATION',
    ],
  ])('tells its fate: %s', (_, one, referral, expected) => {
    expect(said(one, referral)).toBe(expected);
  });

  it('does not take it to another unit', () => {
    const elsewhere = { namedUnitId: 'other' };
    expect(said(line(), {}, elsewhere)).toBe('R TRANSITION_INTERDITE code_unite UNITE_DIFFERENTE');
    expect(said(line(), {}, { namedUnitId: undefined })).toContain('UNITE_DIFFERENTE');
  });
});

describe('The identity of such a row', () => {
  it.each([
    ['a likely twin', { prenoms: 'Inès' }, 'JUMEAUX_POSSIBLES'],
    ['another number i-milo', { identifiant_imilo: '88000999' }, 'IDENTITE_INCOHERENTE'],
    [
      'somebody else',
      { nom_naissance: 'HOARAU', prenoms: 'Jules', date_naissance: '2001-07-30' },
      'IDENTITE_INCOHERENTE',
    ],
  ])('is for a human with %s', (_, over, reason) => {
    const { fate, change } = decide(line({ ...over, niveau_diplome: 'N4' }));
    expect(change).toBeNull();
    expect(fate).toMatchObject({
      state: 'V',
      review: { reason, candidateIds: ['referral'] },
    });
  });

  it('is not judged again once a human recognised the person', () => {
    const chosen = { ...line({ prenoms: 'Inès', niveau_diplome: 'N4' }), chosenId: 'referral' };
    expect(decide(chosen)).toMatchObject({ fate: { state: 'A', anomalies: [] } });
    expect(decide({ ...chosen, chosenId: 'other' }).fate.state).toBe('V');
  });
});
