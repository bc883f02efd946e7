import fc from 'fast-check';
import {
  localDate,
  parseLocalDate,
  parseMonth,
  type Actor,
  type LocalDate,
  type Month,
} from '../../../kernel/index.js';
import { factsOf, type ExitReason, type Volunteer } from '../../../volunteers/index.js';
import type { LineType } from '../../flow/index.js';
import { bringService } from './bring-service.js';
import { foldService, type FoldedService } from './fold-service.js';
import type { ServiceFact, ServiceRow } from './service-fact.js';

const TODAY = localDate(2026, 12, 15);
const ORIGIN = {
  id: 'candidacy',
  unitId: 'unit',
  missionLocaleId: 'ml',
  referralId: 'referral',
  personId: 'person',
  personOwnerId: 'ml',
};
const FILE: Actor = {
  type: 'file',
  id: 'file',
  scopes: [],
  organisation: { id: 'unit', code: 'RSMA-RE', kind: 'unit' },
  channel: { kind: 'file', fileId: 'file', line: 2 },
  correlationId: 'c',
};

function on(text: string): LocalDate {
  const day = parseLocalDate(text);
  if (!day) throw new Error(`no day ${text}`);
  return day;
}

function month(text: string): Month {
  const found = parseMonth(text);
  if (!found) throw new Error(`no month ${text}`);
  return found;
}

let lines = 0;

/** A row as a file tells it: where it stands only matters among rows of one day. */
function said(fact: ServiceFact, asOf: string, lineType: LineType = 'SITUATION'): ServiceRow {
  lines += 1;
  const row = { type_ligne: lineType } as ServiceRow['row'];
  return { line: lines, row, lineType, asOf: { on: on(asOf), sequence: lines, line: lines }, fact };
}

function incorporated(
  status: 'INCORPORE' | 'REPORT' | 'ABSENT_INCORPORATION' = 'INCORPORE',
  incorporatedOn = '2026-03-02',
  track = 'Cuisine',
): ServiceFact {
  const input = { incorporatedOn: on(incorporatedOn), volunteerType: 'VS', track } as const;
  const more = { site: null, plannedEndOn: on('2027-03-01') };
  return { kind: 'incorporation', status, input: { ...input, ...more } };
}

function left(exitedOn = '2026-11-20', reason: ExitReason = 'RESILIATION_DEMANDE'): ServiceFact {
  const input = { exitedOn: on(exitedOn), isAnnounced: false, reason, wantsSupport: true } as const;
  const more = { situation: 'SANS_SOLUTION', certifications: [], assessedLevel: null } as const;
  return { kind: 'exit', input: { ...input, ...more } };
}

function present(of: string, isInService = true, plannedEndOn = '2027-03-01'): ServiceFact {
  const presence = { month: month(of), isInService, isLongAbsent: false };
  return { kind: 'presence', presence, plannedEndOn: on(plannedEndOn) };
}

function told(...rows: readonly ServiceRow[]): FoldedService {
  return foldService({ rows, acts: [] }, { isSelected: true, today: TODAY });
}

/** The record after these rows, told as they come. */
function delivered(rows: readonly ServiceRow[], from: Volunteer | null = null): Volunteer | null {
  let service = from;
  for (const at of rows.keys()) {
    const folded = told(...rows.slice(0, at + 1));
    const after: Volunteer | null = bring(service, folded).at(-1)?.after ?? service;
    // What is only confirmed moves the reference date, without a command.
    service = after && folded.facts.incorporation ? { ...after, asOf: folded.asOf } : after;
  }
  return service;
}

function bring(service: Volunteer | null, folded: FoldedService, isReasonSealed = true) {
  return bringService(service, folded, {
    isReasonSealed,
    origin: ORIGIN,
    newId: 'volunteer',
    actor: FILE,
    today: TODAY,
  });
}

describe('A service told by files', () => {
  it('begins with its incorporation, and each row becomes the command of a page', () => {
    const rows = [
      said(incorporated(), '2026-03-31'),
      said(present('2026-04'), '2026-04-30'),
      said(left(), '2026-11-20', 'EVENEMENT'),
    ];
    const changes = bring(null, told(...rows));
    expect(changes.map(({ command }) => command)).toEqual([
      'incorporate',
      'report-presence',
      'exit',
    ]);
    expect(changes.at(-1)?.after).toMatchObject({
      state: 'exited',
      stateOn: '2026-11-20',
      incorporatedOn: '2026-03-02',
      asOf: { on: '2026-11-20' },
    });
  });

  it('refuses who was not selected, who was never incorporated, and days that do not follow', () => {
    const rows = [said(incorporated(), '2026-03-31'), said(left(), '2026-11-30')];
    const folded = foldService({ rows, acts: [] }, { isSelected: false, today: TODAY });
    expect([...folded.refused.values()].map(({ code }) => code)).toEqual([
      'TRANSITION_INTERDITE',
      'TRANSITION_INTERDITE',
    ]);
    expect(bring(null, folded)).toEqual([]);
    const early = said(left('2026-02-01'), '2026-02-28');
    const soon = said(present('2026-02'), '2026-02-28');
    const late = said(present('2026-12'), '2026-12-31');
    const ended = told(
      said(incorporated(), '2026-03-31'),
      early,
      soon,
      said(left(), '2026-11-30'),
      late,
    );
    expect(ended.refused.get(early)).toEqual({ code: 'CHRONOLOGIE', column: 'date_sortie' });
    expect(ended.refused.get(soon)).toEqual({ code: 'CHRONOLOGIE', column: 'mois' });
    expect(ended.refused.get(late)).toMatchObject({ code: 'TRANSITION_INTERDITE' });
  });

  it('takes no end from a month of presence that is refused', () => {
    const begun = said(incorporated(), '2026-03-31');
    const early = said(present('2026-02', true, '2027-06-01'), '2026-04-30');
    const folded = told(begun, early);
    expect([...folded.refused.keys()]).toEqual([early]);
    expect(folded.facts.incorporation).toMatchObject({ plannedEndOn: '2027-03-01' });
  });

  it('lets a row take one month or the incorporation back, with the end that it told', () => {
    const begun = said(incorporated(), '2026-03-31');
    const [april, may] = [
      said(present('2026-04'), '2026-04-30'),
      said(present('2026-05', true, '2027-06-01'), '2026-05-31'),
    ];
    const unsaid = said(present('2026-05'), '2026-05-31', 'ANNULATION');
    const folded = told(begun, april, may, unsaid);
    expect(folded.facts.presence).toMatchObject({ month: '2026-04' });
    expect(folded.facts.incorporation).toMatchObject({ plannedEndOn: '2027-03-01' });
    expect([...folded.standing]).toEqual([begun, april, unsaid]);
    const early = { ...unsaid, asOf: { ...unsaid.asOf, on: on('2026-05-30') } };
    expect(told(begun, april, may, early).refused.get(early)).toEqual({
      code: 'TRANSITION_INTERDITE',
      column: 'mois',
    });

    const never = said(incorporated(), '2026-06-30', 'ANNULATION');
    expect(told(begun, april, may, never).facts).toMatchObject({ incorporation: null });
    expect(told(never).refused.get(never)).toMatchObject({ column: 'statut_incorporation' });
  });

  it('never goes back to a day of incorporation, but by a correction', () => {
    const begun = said(incorporated(), '2026-03-31');
    const absent = said(incorporated('ABSENT_INCORPORATION'), '2026-04-30');
    expect(told(begun, absent).refused.get(absent)).toMatchObject({ code: 'TRANSITION_INTERDITE' });
    const corrected = { ...absent, lineType: 'CORRECTION' } as const;
    expect(told(begun, corrected).facts.incorporation?.state).toBe('absent');
    const record = delivered([begun, corrected]);
    expect(record).toMatchObject({ state: 'absent', exit: null });
  });

  it('takes the photo of a month before the notice that it contradicts, and says so', () => {
    const begun = said(incorporated(), '2026-03-31');
    const notice = said(left('2026-11-20'), '2026-11-20', 'EVENEMENT');
    const photo = said(left('2026-11-23', 'FIN_CONTRAT'), '2026-11-30');
    const folded = told(begun, notice, photo);
    expect(folded.facts.exit).toMatchObject({ exitedOn: '2026-11-23', reason: 'FIN_CONTRAT' });
    expect([...folded.contradicting]).toEqual([photo]);
    const record = delivered([begun, notice, photo]);
    expect(record).toMatchObject({ state: 'exited', stateOn: '2026-11-23' });
    const absent = said(incorporated('ABSENT_INCORPORATION'), '2026-03-31');
    const early = said(incorporated(), '2026-03-02', 'EVENEMENT');
    expect([...told(early, absent).contradicting]).toEqual([absent]);
  });

  it('keeps a medical reason out of the record', () => {
    const rows = [
      said(incorporated(), '2026-03-31'),
      said(left('2026-11-20', 'INAPTITUDE_EN_COURS'), '2026-11-30'),
    ];
    const changes = bring(null, told(...rows));
    expect(changes.at(-1)).toMatchObject({ isMedical: true, after: { exit: { reason: 'AUTRE' } } });
  });

  it('seals a medical reason that corrects another one, once, also where it restates', () => {
    const begun = said(incorporated('INCORPORE', '2026-03-02'), '2026-03-31');
    const other = said(left('2026-11-20', 'AUTRE'), '2026-11-20', 'EVENEMENT');
    const medical = said(left('2026-11-20', 'INAPTITUDE_EN_COURS'), '2026-11-30');
    const record = delivered([begun, other]);
    const folded = told(begun, other, medical);
    expect(bring(record, folded, false)).toMatchObject([
      { command: 'correct-exit', isMedical: true },
    ]);
    expect(bring(record, folded, true)).toEqual([]);
    const earlier = said(incorporated('INCORPORE', '2026-02-02'), '2026-03-31');
    const anew = told(earlier, medical);
    expect(bring(record, anew, false)).toMatchObject([{ command: 'restate', isMedical: true }]);
    expect(bring(record, anew, true)).toMatchObject([{ command: 'restate', isMedical: false }]);
  });

  it('counts an exit that overtook its incorporation as soon as that one comes', () => {
    const notice = said(left(), '2026-11-20', 'EVENEMENT');
    const begun = said(incorporated('INCORPORE', '2026-11-03'), '2026-11-30');
    expect(delivered([notice])).toBeNull();
    expect(delivered([notice, begun])).toMatchObject({ state: 'exited' });
  });

  it('waits for a day of incorporation again once nothing is left of what was said', () => {
    const begun = delivered([said(incorporated(), '2026-03-31'), said(left(), '2026-11-30')]);
    const [change, ...others] = bring(begun, told());
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      command: 'restate',
      after: { state: 'postponed', incorporatedOn: null, exit: null, asOf: null },
    });
  });

  it('ends in one state whatever the order of the files, and is not written twice', () => {
    const day = fc.constantFrom(
      '2026-02-02',
      '2026-03-02',
      '2026-03-31',
      '2026-11-30',
      '2026-12-14',
    );
    const fact = fc.oneof(
      fc
        .record({
          status: fc.constantFrom('INCORPORE', 'REPORT', 'ABSENT_INCORPORATION' as const),
          incorporatedOn: day,
          track: fc.constantFrom('Cuisine', 'Maçonnerie'),
        })
        .map(({ status, incorporatedOn, track }) =>
          incorporated(status as 'INCORPORE', incorporatedOn, track),
        ),
      fc
        .tuple(day, fc.constantFrom('FIN_CONTRAT', 'AUTRE', 'INAPTITUDE_EN_COURS'))
        .map(([at, reason]) => left(at, reason as ExitReason)),
      fc.constant<ServiceFact>({ kind: 'exit', input: null }),
      fc
        .tuple(fc.constantFrom('2026-02', '2026-04', '2026-11', '2026-12'), fc.boolean())
        .map(([of, isInService]) =>
          present(of, isInService, isInService ? '2027-03-01' : '2027-06-01'),
        ),
    );
    const type = fc.constantFrom<LineType>('SITUATION', 'EVENEMENT', 'CORRECTION');
    const row = fc.tuple(fact, day, type).map(([one, at, lineType]) => said(one, at, lineType));
    fc.assert(
      fc.property(
        fc
          .array(row, { maxLength: 7 })
          .chain((rows) =>
            fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
          ),
        ([rows, shuffled]) => {
          const straight = told(...rows);
          const one = delivered(rows);
          const other = delivered(shuffled);
          expect(other ? factsOf(other) : null).toEqual(one ? factsOf(one) : null);
          if (one && straight.facts.incorporation) {
            expect(factsOf(one)).toEqual(straight.facts);
            expect(other?.asOf).toEqual(one.asOf);
          }
          expect(bring(other, told(...shuffled))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
