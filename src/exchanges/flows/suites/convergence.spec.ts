import fc from 'fast-check';
import { addDays, lastDay, localDate, monthOf } from '../../../kernel/index.js';
import type { AsOf, LocalDate } from '../../../kernel/index.js';
import { isMasked, type Candidacy, type MedicalConclusion } from '../../../candidacies/index.js';
import { compileRowCheck, headersOf, sampleCells, type CheckContext } from '../../flow/index.js';
import type { ApplyContext } from '../../use-cases/flow-ports.js';
import { NOTHING_SAID } from '../../../people/index.js';
import type { AnswerRecords } from './answer-records.js';
import type { AnswerRow } from './columns.js';
import { decideAnswer, type DecidedAnswer } from './decide-answer.js';
import { SUITES } from './flow.js';

// After the last day that a drawn story can reach.
const TODAY = localDate(2031, 1, 1);
const CHECK: CheckContext = {
  on: TODAY,
  emitterCode: null,
  communes: { isKnown: () => true, isFormer: () => false, successorOf: () => undefined },
  references: { standingOf: () => ({ standing: 'current' }) },
};
const HEADERS = headersOf(SUITES);
const [SAMPLE = []] = sampleCells(SUITES);
const check = compileRowCheck(SUITES, CHECK);

const OUTCOME_CELLS = ['code_suite', 'date_suite', 'date_reexamen', 'niveau_evalue'];
const EMPTY = [...OUTCOME_CELLS, 'date_incorporation_prevue', 'contingent'];

function row(over: Readonly<Record<string, string>>): AnswerRow {
  const cells = HEADERS.map((header, at) => {
    return over[header] ?? (EMPTY.includes(header) ? '' : (SAMPLE[at] ?? ''));
  });
  const reading = check(cells, 2);
  if (!reading.isAccepted) throw new Error(JSON.stringify(reading.anomalies));
  return reading.row;
}

/** What the unit says at one moment: a notice of the day, or a photo that repeats it. */
interface Statement {
  readonly row: AnswerRow;
  readonly asOf: AsOf;
}

type Kind = AnswerRow['etat_candidature'];

/** One thing that happens to a candidate, some days after the one before. */
interface Happening {
  /** Chooses among what may happen then. */
  readonly choice: number;
  readonly code: 'AJOURNE' | 'INAPTE_TEMPORAIRE' | 'INAPTE_DEFINITIF' | 'ABSENT';
  readonly days: number;
  readonly isRepeatedByPhoto: boolean;
}

const happening: fc.Arbitrary<Happening> = fc.record({
  choice: fc.nat(999),
  code: fc.constantFrom('AJOURNE', 'INAPTE_TEMPORAIRE', 'AJOURNE', 'INAPTE_DEFINITIF', 'ABSENT'),
  days: fc.integer({ min: 1, max: 40 }),
  isRepeatedByPhoto: fc.boolean(),
});

const mayComeBack = (code: string | undefined): boolean =>
  code === 'AJOURNE' || code === 'INAPTE_TEMPORAIRE';

/** How far the unit is with someone. */
class Telling {
  readonly statements: Statement[] = [];
  private last: Kind | null = null;
  private day: LocalDate = localDate(2026, 11, 3);
  private outcome: Readonly<Record<string, string>> | null = null;
  private hasReopened = false;

  tell({ choice, code, days, isRepeatedByPhoto }: Happening): void {
    const possible = this.possible();
    const kind = possible[choice % possible.length];
    if (kind === undefined) return;
    this.day = addDays(this.day, days);
    if (this.outcome && kind !== 'DECIDEE' && kind !== 'CLOSE') {
      this.outcome = null;
      this.hasReopened = true;
    }
    if (kind === 'DECIDEE') this.outcome = outcomeCells(code, this.day);
    this.last = kind;
    const said = row({ etat_candidature: kind, date_etat: this.day, ...this.outcome });
    this.say(said, this.day);
    const end = lastDay(monthOf(this.day));
    if (!isRepeatedByPhoto || end === this.day) return;
    this.day = end;
    this.say(said, end);
  }

  private say(said: AnswerRow, on: LocalDate): void {
    const sequence = this.statements.length + 1;
    this.statements.push({ row: said, asOf: { on, sequence, line: 2 } });
  }

  /** What may follow; a unit need not tell every step. */
  private possible(): readonly Kind[] {
    // A closing that follows a new examination would not say which outcome it left behind.
    const closing: Kind[] = this.hasReopened && !this.outcome ? [] : ['CLOSE'];
    switch (this.last) {
      case null:
        return ['RECUE', 'EN_EVALUATION', 'CONVOQUEE', 'DECIDEE', ...closing];
      case 'RECUE':
        return ['EN_EVALUATION', 'CONVOQUEE', 'DECIDEE', ...closing];
      case 'EN_EVALUATION':
        return ['CONVOQUEE', 'DECIDEE', ...closing];
      case 'CONVOQUEE':
        return ['CONVOQUEE', 'DECIDEE', ...closing];
      case 'DECIDEE':
        return mayComeBack(this.outcome?.['code_suite'])
          ? ['EN_EVALUATION', 'CONVOQUEE', 'DECIDEE', ...closing]
          : ['DECIDEE', ...closing];
      case 'CLOSE':
        return [];
    }
  }
}

/** The statements of a unit that tells the truth. */
function truthful(happenings: readonly Happening[]): readonly Statement[] {
  const telling = new Telling();
  for (const one of happenings) telling.tell(one);
  return telling.statements;
}

/** A decision that may be looked at again on the next day, when it may at all. */
function outcomeCells(code: string, day: LocalDate): Record<string, string> {
  return {
    code_suite: code,
    date_suite: day,
    date_reexamen: mayComeBack(code) ? addDays(day, 1) : '',
    niveau_evalue: 'NON_EVALUE',
  };
}

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
  stateOn: localDate(2026, 11, 2),
  acknowledgedOn: null,
  convokedOn: null,
  decision: null,
  asOf: null,
  version: 1,
};

const CONTEXT = {
  actor: {
    type: 'file',
    id: 'file',
    scopes: ['medical-conclusion'],
    organisation: { id: 'unit', code: 'RSMA-RE', kind: 'unit' },
    channel: { kind: 'file', fileId: 'file', line: null },
    correlationId: 'c',
  },
  today: TODAY,
} as Pick<ApplyContext, 'actor' | 'today'> as ApplyContext;

/** The records of one candidacy, as files leave them one after the other. */
class OneCandidacy {
  candidacy = RECEIVED;
  private sealed: MedicalConclusion | null = null;
  readonly refused: Statement[] = [];

  decide(statement: Statement): DecidedAnswer {
    return decideAnswer({ line: 2, ...statement }, this.candidacy, [], this.records(), CONTEXT);
  }

  receive(statement: Statement): DecidedAnswer {
    const decided = this.decide(statement);
    const { fate, changes, confirmed } = decided;
    if (fate.state === 'R') this.refused.push(statement);
    for (const { after, conclusion } of changes) {
      this.candidacy = after;
      this.sealed = conclusion ?? this.sealed;
    }
    if (confirmed) this.candidacy = { ...this.candidacy, asOf: confirmed.asOf };
    return decided;
  }

  /** What the emitter does with its rejects: it sends them again, oldest first. */
  sendRefusedAgain(): void {
    const again = this.refused
      .splice(0)
      .toSorted((one, other) => one.asOf.sequence - other.asOf.sequence);
    for (const statement of again) this.receive(statement);
  }

  /** All that counts of the present; the days of states that were skipped are history. */
  get present() {
    const { version: _, acknowledgedOn: __, convokedOn: ___, ...rest } = this.candidacy;
    return { ...rest, medical: this.medical };
  }

  private get medical(): MedicalConclusion | null {
    return isMasked(this.candidacy.decision) ? this.sealed : null;
  }

  private records(): AnswerRecords {
    const { medical } = this;
    return {
      referralsByReference: new Map(),
      referralsById: new Map(),
      byReferral: new Map(),
      byFileNumber: new Map(),
      people: new Map(),
      conclusions: new Map(medical ? [[RECEIVED.id, medical]] : []),
      identities: NOTHING_SAID,
    };
  }
}

function delivered(statements: readonly Statement[]): OneCandidacy {
  const one = new OneCandidacy();
  for (const statement of statements) one.receive(statement);
  return one;
}

const history = fc.array(happening, { minLength: 1, maxLength: 10 }).map(truthful);

/** The same statements in any order, some of them twice. */
const deliveries = history.chain((statements) =>
  fc.tuple(
    fc.constant(statements),
    fc
      .array(fc.nat(Math.max(statements.length - 1, 0)), { maxLength: 5 })
      .map((twice) => [...statements, ...twice.flatMap((at) => statements[at] ?? [])])
      .chain((all) => fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  ),
);

describe('The statements of a unit on one candidacy', () => {
  it('are all taken in their order', () => {
    fc.assert(
      fc.property(history, (statements) => {
        expect(delivered(statements).refused).toEqual([]);
      }),
    );
  });

  it('end in one state in any order, some of them twice, once what was refused is sent again', () => {
    fc.assert(
      fc.property(deliveries, ([statements, received]) => {
        const one = delivered(received);
        one.sendRefusedAgain();
        expect(one.refused).toEqual([]);
        expect(one.present).toEqual(delivered(statements).present);
      }),
      { numRuns: 1_000 },
    );
  });

  it('leave nearly always a record of which the same said again has nothing to do or to say', () => {
    let applied = 0;
    let standing = 0;
    fc.assert(
      fc.property(deliveries, ([, received]) => {
        const one = new OneCandidacy();
        for (const [index, statement] of received.entries()) {
          const decided = one.receive(statement);
          if (decided.fate.state === 'A') applied += 1;
          if (!decided.standing) continue;
          standing += 1;
          expect(decided.standing).toEqual({ ...one.candidacy, asOf: decided.standing.asOf });
          const { on } = one.candidacy.asOf ?? statement.asOf;
          const asOf = { on, sequence: 100 + index, line: 2 };
          const again = one.decide({ row: statement.row, asOf });
          expect(again).toMatchObject({ fate: { state: 'I', anomalies: [] }, changes: [] });
          expect(again.standing).toEqual(one.candidacy);
        }
      }),
    );
    expect(standing).toBeGreaterThan(applied * 0.9);
  });

  it('change nothing when all of them come again', () => {
    fc.assert(
      fc.property(history, (statements) => {
        const one = delivered(statements);
        const before = one.candidacy;
        for (const statement of statements) one.receive(statement);
        expect(one.candidacy).toEqual(before);
      }),
    );
  });
});
