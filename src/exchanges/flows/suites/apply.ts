import { Injectable } from '@nestjs/common';
import { Candidacies, CandidacyChanges, type Candidacy } from '../../../candidacies/index.js';
import { Referrals, type Referral } from '../../../referrals/index.js';
import {
  FlowApplication,
  type ApplyContext,
  type CheckedRow,
  type RowFate,
} from '../../use-cases/flow-ports.js';
import { rounds } from '../rounds.js';
import { inOrder } from '../row-fates.js';
import { ReadAnswerRecords, type AnswerRecords } from './answer-records.js';
import {
  ANSWER_FATES,
  decideAnswer,
  refusalOf,
  untouched,
  type Answer,
  type DecidedAnswer,
} from './decide-answer.js';
import { matchAnswer } from './match-answer.js';
import { OpenDirectCandidacies } from './open-direct-candidacies.js';

/** Applies SUI rows: each becomes the commands that a person of the unit would have issued. */
@Injectable()
export class ApplySuites extends FlowApplication {
  constructor(
    private readonly readRecords: ReadAnswerRecords,
    private readonly openDirect: OpenDirectCandidacies,
    private readonly candidacies: Candidacies,
    private readonly changes: CandidacyChanges,
    private readonly referrals: Referrals,
  ) {
    super();
  }

  override async apply(rows: readonly CheckedRow[], context: ApplyContext): Promise<RowFate[]> {
    const answers = rows as readonly Answer[];
    const fates: RowFate[] = [];
    for (const round of rounds(answers, keysOf)) {
      const { decided, referrals } = await this.decide(round, context);
      await this.write(decided, referrals);
      for (const { fate } of decided) fates.push(fate);
    }
    return inOrder(answers, fates);
  }

  private async decide(answers: readonly Answer[], context: ApplyContext): Promise<DecidedRound> {
    const records = await this.readRecords.execute(context.emitter.id, answers, context.actor);
    const isNew = (answer: Answer): boolean =>
      !refusalOf(answer, context) && matchAnswer(answer.row, records).kind === 'new';
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
    return { decided, referrals: records.referralsById };
  }

  /** The first command of every row, then the second of those that have two. */
  private async write(
    decided: readonly DecidedAnswer[],
    asRead: DecidedRound['referrals'],
  ): Promise<void> {
    for (let wave = 0; ; wave += 1) {
      const changes = decided.flatMap(({ changes: all }) => all[wave] ?? []);
      if (changes.length === 0) break;
      const ids = changes.flatMap(({ after }) => after.referralId ?? []);
      // The first commands act on the referrals that the rows named, just read; those of a unit's file
      // found by its number, and what the first commands made of them, are read now.
      const isKnown = wave === 0 && ids.every((id) => asRead.has(id));
      const referrals = isKnown ? asRead : byId(await this.referrals.byIds(ids));
      await this.changes.write(changes, referrals);
    }
    await this.candidacies.confirmAll(decided.flatMap(({ confirmed }) => confirmed ?? []));
  }
}

/** What a round of rows decides, and the referrals it was decided on. */
interface DecidedRound {
  readonly decided: readonly DecidedAnswer[];
  readonly referrals: ReadonlyMap<string, Referral>;
}

function byId(referrals: readonly Referral[]): ReadonlyMap<string, Referral> {
  return new Map(referrals.map((one) => [one.id, one]));
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
  const match = matchAnswer(answer.row, records, answer.chosenId);
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
  return decideAnswer(answer, candidacy, remarks, records, context);
}
