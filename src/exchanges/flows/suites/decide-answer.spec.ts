import { localDate, type Actor, type LocalDate } from '../../../kernel/index.js';
import type { Candidacy } from '../../../candidacies/index.js';
import type { Referral } from '../../../referrals/index.js';
import type { ApplyContext } from '../../use-cases/flow-ports.js';
import { NOTHING_SAID } from '../../../people/index.js';
import type { AnswerRecords } from './answer-records.js';
import type { AnswerRow } from './columns.js';
import { decideAnswer, refusalOf, type Answer } from './decide-answer.js';

const TODAY = localDate(2026, 12, 3);
const DAY = localDate(2026, 11, 17);
const unitFile: Actor = {
  type: 'file',
  id: 'file',
  scopes: [],
  organisation: { id: 'unit', code: 'RSMA-RE', kind: 'unit' },
  channel: { kind: 'file', fileId: 'file', line: null },
  correlationId: 'c',
};
const CONTEXT = { actor: unitFile, today: TODAY } as Partial<ApplyContext> as ApplyContext;

function answer(over: Partial<AnswerRow> = {}, on: LocalDate = localDate(2026, 11, 30)): Answer {
  const row = {
    identifiant_ligne: 1,
    type_ligne: 'SITUATION',
    numero_dossier_unite: 'RE-1',
    etat_candidature: 'EN_EVALUATION',
    date_etat: DAY,
    code_suite: null,
    date_suite: null,
    date_reexamen: null,
    niveau_evalue: null,
    date_incorporation_prevue: null,
    contingent: null,
    ...over,
  } as AnswerRow;
  return { line: 7, row, asOf: { on, sequence: 3, line: 7 } };
}
const decided = (over: Partial<AnswerRow> = {}) =>
  answer({ etat_candidature: 'DECIDEE', code_suite: 'ABSENT', date_suite: DAY, ...over });

const CANDIDACY: Candidacy = {
  id: 'candidacy',
  unitId: 'unit',
  missionLocaleId: 'ml',
  referralId: 'referral',
  personId: 'person',
  personOwnerId: 'ml',
  origin: 'ML',
  unitFileNumber: 'RE-1',
  state: 'received',
  stateOn: localDate(2026, 11, 10),
  acknowledgedOn: null,
  convokedOn: null,
  decision: null,
  asOf: null,
  version: 1,
};

const RECORDS: AnswerRecords = {
  referralsByReference: new Map(),
  referralsById: new Map([
    ['referral', { id: 'referral', referredOn: localDate(2026, 11, 10) } as Referral],
  ]),
  byReferral: new Map(),
  byFileNumber: new Map([['RE-1', CANDIDACY]]),
  people: new Map(),
  conclusions: new Map(),
  identities: NOTHING_SAID,
};

const decide = (one: Answer, candidacy = CANDIDACY, records = RECORDS) =>
  decideAnswer(one, candidacy, [], records, CONTEXT);

describe('A row that may not be applied, whoever it speaks of', () => {
  it.each<[string, Answer, string]>([
    ['annuls', answer({ type_ligne: 'ANNULATION' }), 'constraint-error type_ligne ANNULATION'],
    [
      'is medical without the scope',
      decided({ code_suite: 'INAPTE_DEFINITIF' }),
      'HORS_PERIMETRE code_suite CONCLUSION_MEDICALE',
    ],
    ['decides tomorrow', decided({ date_suite: localDate(2026, 12, 4) }), 'DATE_FUTURE date_suite'],
    [
      'postpones without a day',
      decided({ code_suite: 'AJOURNE' }),
      'constraint-error date_reexamen VALEUR_OBLIGATOIRE',
    ],
    [
      'postpones to the day before',
      decided({ code_suite: 'AJOURNE', date_reexamen: localDate(2026, 11, 16) }),
      'CHRONOLOGIE date_reexamen',
    ],
    [
      'examines again whoever was absent',
      decided({ date_reexamen: localDate(2027, 1, 1) }),
      'constraint-error date_reexamen',
    ],
    [
      'takes somebody in before deciding',
      decided({ code_suite: 'APTE_RETENU', date_incorporation_prevue: localDate(2026, 11, 1) }),
      'CHRONOLOGIE date_incorporation_prevue',
    ],
  ])('%s', (_, one, expected) => {
    expect(Object.values(refusalOf(one, CONTEXT) ?? {}).join(' ')).toBe(expected);
  });

  it('is none of the others', () => {
    expect(refusalOf(answer(), CONTEXT)).toBeNull();
    expect(refusalOf(decided(), CONTEXT)).toBeNull();
    const doctor = { ...unitFile, scopes: ['medical-conclusion'] } as Actor;
    const medical = decided({ code_suite: 'INAPTE_DEFINITIF' });
    expect(refusalOf(medical, { actor: doctor, today: TODAY })).toBeNull();
  });
});

describe('The fate of a row', () => {
  it('is to be applied, by the file at its line', () => {
    const { fate, changes } = decide(answer());
    expect(fate).toEqual({
      line: 7,
      state: 'A',
      resourceId: 'candidacy',
      recipientId: 'ml',
      anomalies: [],
    });
    expect(changes).toMatchObject([
      {
        command: 'evaluate',
        effectiveOn: DAY,
        actor: { channel: { kind: 'file', fileId: 'file', line: 7 } },
      },
    ]);
  });

  it('is to be unchanged, and to confirm what is known when it is more recent', () => {
    const known = { ...CANDIDACY, state: 'in-evaluation', stateOn: DAY } as const;
    const newer = decide(answer(), { ...known, asOf: { on: DAY, sequence: 1, line: 2 } });
    expect(newer).toMatchObject({ fate: { state: 'I' }, changes: [] });
    expect(newer.confirmed).toEqual({ id: 'candidacy', asOf: answer().asOf });
    const older = decide(answer(), { ...known, asOf: { on: TODAY, sequence: 1, line: 2 } });
    expect(older).toMatchObject({ fate: { state: 'I' }, confirmed: null });
  });

  it('is to be stale', () => {
    const known = { ...CANDIDACY, asOf: { on: TODAY, sequence: 1, line: 2 } };
    expect(decide(answer(), known)).toMatchObject({ fate: { state: 'P' }, changes: [] });
  });

  it.each<[string, Answer, Candidacy, string]>([
    [
      'precedes the referral by two days',
      answer({ date_etat: localDate(2026, 11, 8) }),
      CANDIDACY,
      'CHRONOLOGIE date_etat',
    ],
    [
      'decides before the referral',
      decided({ date_suite: localDate(2026, 11, 8) }),
      CANDIDACY,
      'CHRONOLOGIE date_suite',
    ],
    [
      'goes back',
      answer(),
      { ...CANDIDACY, state: 'convoked' },
      'TRANSITION_INTERDITE etat_candidature',
    ],
    [
      'bears the number of another file',
      answer(),
      { ...CANDIDACY, id: 'other' },
      'primary-key numero_dossier_unite',
    ],
    [
      'contradicts a decision of that day',
      decided(),
      { ...CANDIDACY, state: 'decided', decision: decisionOf('DESISTEMENT') },
      'SUITE_CONTRADICTOIRE etat_candidature',
    ],
  ])('is to be refused when it %s', (_, one, candidacy, expected) => {
    const { fate, changes } = decide(one, candidacy);
    expect(changes).toEqual([]);
    // Refused only because of what was said before: it is weighed again once that is taken back.
    const isWeighedAgain = expected.endsWith('etat_candidature');
    expect(fate).toMatchObject({ state: 'R', resourceId: isWeighedAgain ? candidacy.id : null });
    expect(fate.anomalies.map(({ code, column }) => `${code} ${column}`)).toEqual([expected]);
    expect(fate.anomalies.map(({ level, value }) => [level, value])).toEqual([
      ['BLOQUANT_LIGNE', '***'],
    ]);
  });

  it('is to be applied one day before the referral: the two live in different zones', () => {
    expect(decide(answer({ date_etat: localDate(2026, 11, 9) })).fate.state).toBe('A');
  });

  it('is refused as a whole when its second command is', () => {
    const known = { ...CANDIDACY, state: 'decided', decision: decisionOf('ABSENT') } as const;
    const one = answer({ etat_candidature: 'CONVOQUEE', date_etat: localDate(2026, 11, 20) });
    expect(decide(one, known)).toMatchObject({ fate: { state: 'R' }, changes: [] });
    const correction = { ...one, row: { ...one.row, type_ligne: 'CORRECTION' } as AnswerRow };
    expect(decide(correction, known).changes.map(({ command }) => command)).toEqual([
      'reopen',
      'convoke',
    ]);
  });

  it('carries the remarks of its matching, whatever it is', () => {
    const remarks = ['IDENTITE_ECART'] as const;
    const { fate } = decideAnswer(answer(), CANDIDACY, remarks, RECORDS, CONTEXT);
    expect(fate.anomalies).toMatchObject([
      { line: 7, rowId: 1, code: 'IDENTITE_ECART', level: 'A_CONFIRMER', column: 'nom_naissance' },
    ]);
  });
});

function decisionOf(code: 'ABSENT' | 'DESISTEMENT') {
  return {
    code,
    decidedOn: DAY,
    reexaminationOn: null,
    assessedLevel: 'NON_EVALUE',
    plannedIncorporationOn: null,
    contingent: null,
  } as const;
}
