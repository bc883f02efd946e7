import { Injectable } from '@nestjs/common';
import { Candidacies, type LastSaid } from '../../../candidacies/index.js';
import { isNotOlder } from '../../../kernel/index.js';
import type { ApplyContext, RowFate } from '../../use-cases/flow-ports.js';
import { AnswerMarks, mayBeSaidAgain } from './answer-marks.js';
import { ANSWER_FATES, refusalOf, tooEarly, type Answer } from './decide-answer.js';

/**
 * The short way of a row that says what the last row of its record said, of records that have not moved
 * since (ADR 0029): nothing is read but marks and versions, and the reference date moves. Whatever it
 * does not settle is decided in full, with the same result.
 */
@Injectable()
export class SettleSaidAgain {
  constructor(
    private readonly candidacies: Candidacies,
    private readonly marks: AnswerMarks,
  ) {}

  /** The fates of the rows that it settles, by line. */
  async execute(
    answers: readonly Answer[],
    context: ApplyContext,
  ): Promise<ReadonlyMap<number, RowFate>> {
    // What replaces is weighed with all that it takes back.
    if (context.isReplacing) return new Map();
    const asked = answers.filter((one) => mayBeSaidAgain(one) && !refusalOf(one, context));
    const keys = asked.map(({ row }) => ({
      fileNumber: row.numero_dossier_unite,
      reference: row.reference_orientation,
    }));
    const known = onlyOnes(await this.candidacies.lastSaid(context.emitter.id, keys));
    const again = asked.flatMap((answer, at) => {
      const last = known.get(at);
      return last && this.isSaidAgain(answer, last) ? [{ answer, last }] : [];
    });
    await this.candidacies.confirmAll(
      again.map(({ answer, last }) => ({ id: last.candidacyId, asOf: answer.asOf })),
    );
    return new Map(again.map(({ answer, last }) => [answer.line, unchanged(answer, last)]));
  }

  private isSaidAgain(answer: Answer, last: LastSaid): boolean {
    const { row, asOf } = answer;
    return (
      last.asOf !== null &&
      isNotOlder(asOf, last.asOf) &&
      // A row without the reference of a referral finds its record by the number alone: rare enough.
      last.referralId === last.namedReferralId &&
      !tooEarly(row, last.referredOn) &&
      last.mark === this.marks.of(answer, last)
    );
  }
}

function unchanged(answer: Answer, { candidacyId, missionLocaleId }: LastSaid): RowFate {
  const resource = { id: candidacyId, recipientId: missionLocaleId };
  return { ...ANSWER_FATES.of(answer, 'I', resource), isLate: false };
}

/** By place; two missions locales may use one reference, and then the identity decides. */
function onlyOnes(found: readonly LastSaid[]): ReadonlyMap<number, LastSaid | null> {
  const byPlace = new Map<number, LastSaid | null>();
  for (const last of found) byPlace.set(last.at, byPlace.has(last.at) ? null : last);
  return byPlace;
}
