import { Injectable } from '@nestjs/common';
import {
  Candidacies,
  CandidacyChanges,
  stateOfAnswered,
  type Candidacy,
  type SaidMarks,
} from '../../../candidacies/index.js';
import { Referrals, type Referral } from '../../../referrals/index.js';
import {
  FlowApplication,
  type ApplyContext,
  type CheckedRow,
  type RowFate,
} from '../../use-cases/flow-ports.js';
import { isBlocking } from '../../catalogue/index.js';
import { rounds } from '../rounds.js';
import { inOrder } from '../row-fates.js';
import { AnswerMarks } from './answer-marks.js';
import { ReadAnswerRecords, type AnswerRecords } from './answer-records.js';
import {
  ANSWER_FATES,
  decideAnswer,
  refusalOf,
  untouched,
  type Answer,
  type DecidedAnswer,
} from './decide-answer.js';
import { isNewApplicant, isPlainlyOf, matchCandidacy } from '../match-candidacy.js';
import { OpenDirectCandidacies, type OpenedDirect } from './open-direct-candidacies.js';
import { isUntold, RetellAnswers, type Retold } from './retell-answers.js';
import { SettleSaidAgain } from './settle-said-again.js';

/** Applies SUI rows: each becomes the commands that a person of the unit would have issued. */
@Injectable()
export class ApplySuites extends FlowApplication {
  constructor(
    private readonly settleSaidAgain: SettleSaidAgain,
    private readonly marks: AnswerMarks,
    private readonly readRecords: ReadAnswerRecords,
    private readonly openDirect: OpenDirectCandidacies,
    private readonly retellAnswers: RetellAnswers,
    private readonly candidacies: Candidacies,
    private readonly changes: CandidacyChanges,
    private readonly referrals: Referrals,
  ) {
    super();
  }

  override async apply(rows: readonly CheckedRow[], context: ApplyContext): Promise<RowFate[]> {
    const answers = rows as readonly Answer[];
    const fates: RowFate[] = [];
    for (const [turn, round] of rounds(answers, keysOf).entries()) {
      const settled = await this.settleSaidAgain.execute(round, context);
      for (const fate of settled.values()) fates.push(fate);
      const left = round.filter(({ line }) => !settled.has(line));
      // Two rows of one file on one record: what replaces is only whole once both are written down.
      const isLate = turn > 0 && context.isReplacing;
      for (const { fate } of await this.applyRound(left, context)) {
        fates.push(isLate ? { ...fate, isLate } : fate);
      }
    }
    return inOrder(answers, fates);
  }

  private async applyRound(
    answers: readonly Answer[],
    context: ApplyContext,
  ): Promise<readonly DecidedAnswer[]> {
    if (answers.length === 0) return [];
    const { decided: alone, records } = await this.decide(answers, context);
    const decided = await this.retellWith(alone, answers, context);
    const marks = this.marks.left(answers, decided, records.people);
    await this.write(decided, records.referralsById, marks);
    return decided;
  }

  private async decide(answers: readonly Answer[], context: ApplyContext): Promise<DecidedRound> {
    const records = await this.readRecords.execute(context.emitter.id, answers, context.actor);
    const isNew = (answer: Answer): boolean =>
      isNewApplicant(answer.row, records) && !refusalOf(answer, context);
    const opened = await this.openDirect.execute(answers.filter(isNew), context);
    const touched = new Set<string>();
    const decided = answers.map((answer) => {
      const refusal = refusalOf(answer, context);
      if (refusal) return untouched(ANSWER_FATES.refused(answer, refusal));
      const direct = opened.get(answer.line);
      return direct
        ? decideAnswer(answer, direct.candidacy, direct.remarks, records, context)
        : decideMatched(answer, records, context, touched);
    });
    return { decided, records: withDirect(records, answers, opened) };
  }

  override async retell(
    resourceIds: readonly string[],
    context: ApplyContext,
    more: ReadonlyMap<string, CheckedRow> = new Map(),
  ): Promise<void> {
    const known = await this.candidacies.byIds(resourceIds);
    const answers = more as ReadonlyMap<string, Answer>;
    const retold = await this.retellAnswers.execute(known, answers, context);
    await this.write([...retold.values()].map(writesOf), new Map(), new Map());
  }

  override async takeBack(resourceId: string, context: ApplyContext): Promise<boolean> {
    const known = await this.candidacies.byIds([resourceId]);
    const retold = await this.retellAnswers.execute(known, new Map(), context);
    const told = retold.get(resourceId);
    if (!told) return false;
    await this.write([writesOf(told)], new Map(), new Map());
    if (!told.change) return true;
    const { after } = told.change;
    // Its young person may have been referred elsewhere since: the referral does not follow then.
    const [referral] = await this.referrals.byIds(after.referralId ? [after.referralId] : []);
    return !referral || referral.state === stateOfAnswered(after);
  }

  /** Rows of which all that was said before has to be weighed anew. */
  private async retellWith(
    decided: readonly DecidedAnswer[],
    answers: readonly Answer[],
    context: ApplyContext,
  ): Promise<readonly DecidedAnswer[]> {
    const rows = new Map<string, Answer>();
    const known: Candidacy[] = [];
    for (const [index, { toRetell }] of decided.entries()) {
      const answer = answers[index];
      if (!toRetell || !answer) continue;
      rows.set(toRetell.id, answer);
      known.push(toRetell);
    }
    if (known.length === 0) return decided;
    const retold = await this.retellAnswers.execute(known, rows, context);
    return decided.map((one, index) => {
      const answer = answers[index];
      const found = one.toRetell && retold.get(one.toRetell.id);
      return answer && found ? decideRetold(answer, one, found) : one;
    });
  }

  /** The first command of every row, then the second of those that have two. */
  private async write(
    decided: readonly Pick<DecidedAnswer, 'changes' | 'confirmed'>[],
    asRead: AnswerRecords['referralsById'],
    marks: SaidMarks,
  ): Promise<void> {
    for (let wave = 0; ; wave += 1) {
      const changes = decided.flatMap(({ changes: all }) => all[wave] ?? []);
      if (changes.length === 0) break;
      const ids = changes.flatMap(({ after }) => after.referralId ?? []);
      // The first commands act on the referrals that the rows named, just read; those of a unit's file
      // found by its number, and what the first commands made of them, are read now.
      const isKnown = wave === 0 && ids.every((id) => asRead.has(id));
      const referrals = isKnown ? asRead : byId(await this.referrals.byIds(ids));
      await this.changes.write(changes, referrals, marks);
    }
    await this.candidacies.confirmAll(
      decided.flatMap(({ confirmed }) => confirmed ?? []),
      marks,
    );
  }
}

/** What a round of rows decides, and the records it was decided on. */
interface DecidedRound {
  readonly decided: readonly DecidedAnswer[];
  readonly records: AnswerRecords;
}

function byId(referrals: readonly Referral[]): ReadonlyMap<string, Referral> {
  return new Map(referrals.map((one) => [one.id, one]));
}

/** People of files just opened whom their own row would find again. */
function withDirect(
  records: AnswerRecords,
  answers: readonly Answer[],
  opened: ReadonlyMap<number, OpenedDirect>,
): AnswerRecords {
  if (opened.size === 0) return records;
  const people = new Map(records.people);
  for (const { line, row } of answers) {
    const direct = opened.get(line);
    if (direct && isPlainlyOf(row, direct.person, records)) {
      people.set(direct.person.id, direct.person);
    }
  }
  return { ...records, people };
}

/** Rows that share one of these may speak of the same candidacy. */
function keysOf({ row }: Answer): string[] {
  const number = `number ${row.numero_dossier_unite}`;
  const { reference_orientation: reference } = row;
  return reference === null ? [number] : [number, `reference ${reference}`];
}

/** `touched`: candidacies that a row of the round speaks of already, by another key. */
function decideMatched(
  answer: Answer,
  records: AnswerRecords,
  context: ApplyContext,
  touched: Set<Candidacy['id']>,
): DecidedAnswer {
  const match = matchCandidacy(answer.row, records, answer.chosenId);
  if (match.kind === 'doubtful') {
    const ids = match.candidates.map(({ id }) => id);
    return untouched(ANSWER_FATES.inReview(answer, match.reason, ids));
  }
  if (match.kind === 'other-person') return untouched(ANSWER_FATES.otherPerson(answer));
  if (match.kind !== 'found') {
    const refusal = { code: 'REFERENCE_INCONNUE', column: 'reference_orientation' } as const;
    return untouched(ANSWER_FATES.refused(answer, refusal));
  }
  const { candidacy, remarks } = match;
  if (touched.has(candidacy.id)) {
    const refusal = { code: 'primary-key', column: 'numero_dossier_unite' } as const;
    return untouched(ANSWER_FATES.refused(answer, refusal));
  }
  touched.add(candidacy.id);
  const decided = decideAnswer(answer, candidacy, remarks, records, context);
  return mustBeRetold(answer, candidacy, decided, context)
    ? { ...decided, toRetell: candidacy }
    : decided;
}

/**
 * True when the row alone does not tell what becomes of the candidacy: it takes the place of what an
 * earlier file of its slot said, it contradicts a notice of its month, or nothing was left of the file.
 */
function mustBeRetold(
  { row, asOf, isRepeated }: Answer,
  candidacy: Candidacy,
  { fate }: DecidedAnswer,
  { isReplacing }: ApplyContext,
): boolean {
  // Without a record, the row names it wrongly: what was said before is not the reason.
  if (fate.resourceId === null) return false;
  if (isUntold(candidacy)) return true;
  if (candidacy.asOf === null) return false;
  const changesNothing = fate.state === 'I' || fate.state === 'P';
  if (isReplacing) return !(isRepeated && changesNothing);
  if (row.type_ligne !== 'SITUATION') return false;
  return fate.state === 'R' && candidacy.asOf.on.slice(0, 7) === asOf.on.slice(0, 7);
}

/** What became of a row once all that was said was weighed with it. */
function decideRetold(
  answer: Answer,
  { fate, toRetell }: DecidedAnswer,
  retold: Retold,
): DecidedAnswer {
  const { folded, change } = retold;
  const noted = fate.anomalies.filter(({ level }) => !isBlocking(level));
  const resource = toRetell && { id: toRetell.id, recipientId: toRetell.missionLocaleId };
  const refusal = folded.refused.get(answer);
  if (refusal) {
    const refused = ANSWER_FATES.refused(answer, refusal, noted, resource ?? null);
    return { fate: refused, ...writesOf(retold), standing: null };
  }
  if (folded.contradicting.has(answer)) {
    const code = 'PHOTO_CONTREDIT_SIGNALEMENT';
    noted.push(ANSWER_FATES.remark(answer, { code, column: 'etat_candidature' }));
  }
  const state = fate.state === 'P' ? 'P' : change ? 'A' : 'I';
  const taken = ANSWER_FATES.of(answer, state, resource ?? null, noted);
  return { fate: taken, ...writesOf(retold), standing: null };
}

/** What telling a candidacy anew writes. */
function writesOf({ change, confirmed }: Retold): Pick<DecidedAnswer, 'changes' | 'confirmed'> {
  return { changes: change ? [change] : [], confirmed };
}
