import { parseLocalDate, type Actor, type LocalDate } from '../../kernel/index.js';
import type { Candidacy } from './candidacy.js';
import { decideCandidacy, type CandidacyRequest } from './decide-candidacy.js';

function on(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (!date) throw new Error(`no day ${text}`);
  return date;
}

const unitFile: Actor = {
  type: 'file',
  id: 'file',
  scopes: [],
  organisation: { id: 'unit', code: 'RSMA-RE', kind: 'unit' },
  channel: { kind: 'file', fileId: 'file', line: 2 },
  correlationId: 'c',
};
const adviser: Actor = {
  type: 'person',
  id: 'adviser',
  role: 'ml-adviser',
  organisation: { id: 'ml', code: '97411S00', kind: 'mission-locale' },
  channel: { kind: 'page' },
  correlationId: 'c',
};

const RECEIVED: Candidacy = {
  id: 'candidacy',
  unitId: 'unit',
  missionLocaleId: 'ml',
  referralId: 'referral',
  personId: 'person',
  personOwnerId: 'ml',
  origin: 'ML',
  unitFileNumber: null,
  state: 'received',
  stateOn: on('2026-11-02'),
  acknowledgedOn: null,
  convokedOn: null,
  decision: null,
  asOf: null,
  version: 1,
};

const OUTCOME = {
  code: 'AJOURNE',
  decidedOn: on('2026-11-17'),
  reexaminationOn: on('2026-12-01'),
  assessedLevel: 'MEDIOCRE',
  plannedIncorporationOn: null,
  contingent: null,
} as const;

function after(over: Partial<CandidacyRequest>): Candidacy {
  const effectiveOn = over.effectiveOn ?? on('2026-11-10');
  const decision = decideCandidacy({
    candidacy: RECEIVED,
    command: 'evaluate',
    actor: unitFile,
    effectiveOn,
    today: on('2026-12-15'),
    asOf: { on: effectiveOn, sequence: 3, line: 2 },
    ...over,
  });
  if (!decision.ok) throw new Error(decision.refusal);
  return decision.change.after;
}

describe('A command on a candidacy', () => {
  it('acknowledges without changing the state, and takes the number of the unit', () => {
    expect(after({ command: 'acknowledge', unitFileNumber: 'RE-2026-00412' })).toEqual({
      ...RECEIVED,
      acknowledgedOn: '2026-11-10',
      unitFileNumber: 'RE-2026-00412',
      asOf: { on: '2026-11-10', sequence: 3, line: 2 },
      version: 2,
    });
  });

  it('dates the state by the act that tells it, a second one included', () => {
    const evaluated = after({});
    expect(evaluated).toMatchObject({ state: 'in-evaluation', stateOn: '2026-11-10' });
    const convoked = after({
      candidacy: evaluated,
      command: 'convoke',
      effectiveOn: on('2026-11-12'),
    });
    const again = after({ candidacy: convoked, command: 'convoke', effectiveOn: on('2026-11-14') });
    expect(again).toMatchObject({ stateOn: '2026-11-14', convokedOn: '2026-11-14' });
    expect(again.acknowledgedOn).toBe('2026-11-10');
  });

  it('keeps the number it knows when none is given', () => {
    const numbered = { ...RECEIVED, unitFileNumber: 'RE-1' };
    expect(after({ candidacy: numbered, unitFileNumber: null }).unitFileNumber).toBe('RE-1');
  });

  it('never moves the reference date back', () => {
    const photographed = { ...RECEIVED, asOf: { on: on('2026-11-30'), sequence: 9, line: 4 } };
    expect(after({ candidacy: photographed }).asOf).toEqual(photographed.asOf);
    const latest = after({ candidacy: photographed, effectiveOn: on('2026-12-01') });
    expect(latest.asOf).toEqual({ on: '2026-12-01', sequence: 3, line: 2 });
  });

  it('forgets a decision when the file is taken up again', () => {
    const decided = after({ command: 'decide', outcome: OUTCOME, effectiveOn: on('2026-11-17') });
    expect(decided).toMatchObject({ state: 'decided', decision: { code: 'AJOURNE' } });
    const reopened = after({
      candidacy: decided,
      command: 'reopen',
      effectiveOn: on('2026-12-01'),
    });
    expect(reopened).toMatchObject({ state: 'in-evaluation', decision: null });
  });

  it('says who refuses what', () => {
    const request = { candidacy: RECEIVED, effectiveOn: RECEIVED.stateOn, today: RECEIVED.stateOn };
    const asOf = { on: RECEIVED.stateOn, sequence: 0, line: 0 };
    const refused = (actor: Actor, command: 'evaluate' | 'reopen') =>
      decideCandidacy({ ...request, asOf, actor, command });
    expect(refused(adviser, 'evaluate')).toEqual({ ok: false, refusal: 'not-allowed' });
    expect(refused(unitFile, 'reopen')).toEqual({ ok: false, refusal: 'wrong-state' });
  });

  it('refuses to decide without an outcome', () => {
    expect(() => after({ command: 'decide' })).toThrow('outcome');
  });
});

describe('A medical conclusion', () => {
  it('leaves the record under a mask and is handed over apart', () => {
    const code = 'INAPTE_TEMPORAIRE';
    const decision = decideCandidacy({
      candidacy: RECEIVED,
      command: 'decide',
      actor: unitFile,
      effectiveOn: OUTCOME.decidedOn,
      today: on('2026-12-15'),
      asOf: { on: OUTCOME.decidedOn, sequence: 3, line: 2 },
      outcome: { ...OUTCOME, code },
    });
    if (!decision.ok) throw new Error(decision.refusal);
    const { after: record, conclusion } = decision.change;
    expect(record.decision).toMatchObject({ code: 'NON_RETENU', reexaminationOn: null });
    expect(conclusion).toEqual({ code, reexaminationOn: '2026-12-01' });
    expect(JSON.stringify(record)).not.toContain('2026-12-01');
  });
});

describe('A withdrawal of the referral', () => {
  it('closes the file on its day, and writes nothing in the place of the unit', () => {
    const closed = after({ command: 'close', actor: adviser, as: 'referral', unitFileNumber: 'X' });
    expect(closed).toEqual({ ...RECEIVED, state: 'closed', stateOn: '2026-11-10', version: 2 });
  });
});

describe('A sequence of acts', () => {
  const photo = { asOf: { on: on('2026-11-30'), sequence: 4, line: 2 } };

  it('ends where it was when its last act is told again', () => {
    const once = after({
      command: 'decide',
      outcome: OUTCOME,
      effectiveOn: OUTCOME.decidedOn,
      ...photo,
    });
    const twice = after({
      candidacy: once,
      command: 'decide',
      outcome: OUTCOME,
      effectiveOn: OUTCOME.decidedOn,
      ...photo,
    });
    expect(twice).toEqual({ ...once, version: once.version + 1 });
  });
});
