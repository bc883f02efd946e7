import { NO_CONTACT, NOTHING_SAID, parseBirthDate, type PersonRecord } from '../../people/index.js';
import type { Candidacy } from '../../candidacies/index.js';
import type { Referral, ReferralState } from '../../referrals/index.js';
import type { AnswerRecords } from './suites/answer-records.js';
import type { AnswerRow } from './suites/columns.js';
import { matchCandidacy } from './match-candidacy.js';

const REFERENCE = 'ORI-2026-0A1B2C3D-G';

function person(id: string, firstName = 'Léa', birthName = 'PAYET'): PersonRecord {
  return {
    id,
    organisationId: 'ml',
    version: 1,
    imiloId: null,
    identity: {
      birthName,
      usageName: null,
      firstNames: [firstName],
      sex: 'F',
      birthDate: parseBirthDate('2005-03-11')!,
      birthPlaceCode: '97411',
      birthPlaceLabel: null,
    },
    contact: NO_CONTACT,
  };
}

function row(over: Partial<AnswerRow> = {}): AnswerRow {
  return {
    reference_orientation: REFERENCE,
    numero_dossier_unite: 'RE-1',
    origine_candidature: 'ML',
    nom_naissance: 'PAYET',
    prenom_1: 'Léa',
    date_naissance: parseBirthDate('2005-03-11')!,
    ...over,
  } as AnswerRow;
}

/** A referral, its candidacy and its person, all under one id; `ml` is whose it is. */
interface Case {
  readonly id: string;
  readonly state?: ReferralState;
  readonly person?: PersonRecord;
  readonly unitFileNumber?: string;
}

function records(...cases: Case[]): AnswerRecords {
  const referrals = cases.map(({ id, state = 'submitted' }) => ({ id, state }) as Referral);
  const candidacies = cases.map(
    ({ id, unitFileNumber = null }) =>
      ({ id: `c-${id}`, referralId: id, personId: `p-${id}`, unitFileNumber }) as Candidacy,
  );
  return {
    referralsByReference: new Map([[REFERENCE, referrals]]),
    referralsById: new Map(referrals.map((one) => [one.id, one])),
    byReferral: new Map(candidacies.map((one) => [one.referralId ?? '', one])),
    byFileNumber: new Map(candidacies.map((one) => [one.unitFileNumber ?? '', one])),
    people: new Map(cases.map((one) => [`p-${one.id}`, one.person ?? person(`p-${one.id}`)])),
    conclusions: new Map(),
    identities: NOTHING_SAID,
  };
}

const NONE: AnswerRecords = { ...records(), referralsByReference: new Map() };

describe('A row with a reference', () => {
  it('speaks of the candidacy that answers it', () => {
    expect(matchCandidacy(row(), records({ id: 'a' }))).toMatchObject({
      kind: 'found',
      candidacy: { id: 'c-a' },
      remarks: [],
    });
  });

  it('carries the remarks of the cross-check', () => {
    const swapped = row({ nom_naissance: 'Léa', prenom_1: 'PAYET' });
    expect(matchCandidacy(swapped, records({ id: 'a' }))).toMatchObject({
      kind: 'found',
      remarks: ['NOM_PRENOM_INVERSES'],
    });
  });

  it.each<[string, AnswerRecords]>([
    ['nobody knows', NONE],
    ['of a draft, which was never sent', records({ id: 'a', state: 'draft' })],
  ])('is unknown when it is one %s', (_, known) => {
    expect(matchCandidacy(row(), known)).toEqual({ kind: 'unknown' });
  });

  it('is not found by its file number instead', () => {
    const known = {
      ...records({ id: 'a', unitFileNumber: 'RE-1' }),
      referralsByReference: new Map(),
    };
    expect(matchCandidacy(row(), known)).toEqual({ kind: 'unknown' });
  });

  it('is for a human when it may speak of a twin', () => {
    const known = records({ id: 'a', person: person('p-a', 'Inès') });
    expect(matchCandidacy(row(), known)).toMatchObject({
      kind: 'doubtful',
      reason: 'JUMEAUX_POSSIBLES',
      candidates: [{ id: 'c-a' }],
    });
  });

  it('is for a human when the identity agrees with nothing on file', () => {
    const other = row({ date_naissance: parseBirthDate('2001-07-30')! });
    const known = records({ id: 'a', person: person('p-a', 'Jules', 'HOARAU') });
    expect(matchCandidacy(other, known)).toMatchObject({
      kind: 'doubtful',
      reason: 'IDENTITE_INCOHERENTE',
    });
  });
});

describe('A reference that two missions locales use', () => {
  it('speaks of the one whose person agrees', () => {
    const known = records({ id: 'a', person: person('p-a', 'Inès') }, { id: 'b' });
    expect(matchCandidacy(row(), known)).toMatchObject({ kind: 'found', candidacy: { id: 'c-b' } });
  });

  it.each<[string, AnswerRecords]>([
    ['both agree', records({ id: 'a' }, { id: 'b' })],
    [
      'neither does',
      records(
        { id: 'a', person: person('p-a', 'Inès') },
        { id: 'b', person: person('p-b', 'Jules') },
      ),
    ],
  ])('is for a human when %s', (_, known) => {
    expect(matchCandidacy(row(), known)).toMatchObject({
      kind: 'doubtful',
      reason: 'HOMONYME_POSSIBLE',
      candidates: [{ id: 'c-a' }, { id: 'c-b' }],
    });
  });

  it('speaks of the one a human recognised, and of no other file', () => {
    const known = records({ id: 'a' }, { id: 'b' });
    expect(matchCandidacy(row(), known, 'c-b')).toMatchObject({
      kind: 'found',
      candidacy: { id: 'c-b' },
    });
    expect(matchCandidacy(row(), known, 'c-z')).toMatchObject({ kind: 'doubtful' });
  });
});

describe('A row without a reference', () => {
  const direct = row({ reference_orientation: null, origine_candidature: 'DIRECT' });

  it('speaks of someone who applied directly, new until the number is known', () => {
    expect(matchCandidacy(direct, NONE)).toEqual({ kind: 'new' });
    const known = records({ id: 'a', unitFileNumber: 'RE-1' });
    expect(matchCandidacy(direct, known)).toMatchObject({
      kind: 'found',
      candidacy: { id: 'c-a' },
    });
  });

  it('is still compared with whoever holds the number', () => {
    const known = records({ id: 'a', unitFileNumber: 'RE-1', person: person('p-a', 'Inès') });
    expect(matchCandidacy(direct, known)).toMatchObject({ kind: 'doubtful' });
  });

  it('opens nothing in the name of a mission locale', () => {
    const unreferred = row({ reference_orientation: null });
    expect(matchCandidacy(unreferred, NONE)).toEqual({ kind: 'unknown' });
  });
});
