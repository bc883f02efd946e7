import { Injectable } from '@nestjs/common';
import {
  ChangedMeanwhile,
  UnitOfWork,
  type Actor,
  type FieldIssue,
  type LocalDate,
} from '../../kernel/index.js';
import { commandOf, decideReturn } from '../domain/decide-return.js';
import {
  ReturnCommandRefused,
  ReturnInvalid,
  ReturnNotFound,
  TooFewAttempts,
} from '../domain/errors.js';
import type { ReturnEpisode, SaidAnswer } from '../domain/return-episode.js';
import { Returns } from './ports.js';
import { ReturnChanges } from './return-changes.js';
import { ReturnPlaces } from './return-places.js';

/** What may come with a command of the mission locale. */
export interface ReturnCommandInput {
  /** What it says, for `answer` and `record-attempt`: the code decides which command it is. */
  readonly answer?: SaidAnswer;
  /** Version of the return that was read before deciding; any other is refused. */
  readonly expectedVersion?: number;
}

/** The commands that people and programs of a mission locale give. */
export type MissionLocaleCommand = 'acknowledge' | 'answer' | 'reopen' | 'drop';

/** The mission locale takes a return up, tries, answers, or takes its answer back (F15). */
@Injectable()
export class RunReturnCommand {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly returns: Returns,
    private readonly places: ReturnPlaces,
    private readonly changes: ReturnChanges,
  ) {}

  /**
   * @throws ReturnNotFound for an unknown or foreign id
   * @throws ChangedMeanwhile when the return is no longer the version that was read
   * @throws ReturnCommandRefused, ReturnInvalid, TooFewAttempts
   */
  execute(
    id: string,
    asked: MissionLocaleCommand,
    { answer, expectedVersion }: ReturnCommandInput,
    actor: Actor,
  ): Promise<ReturnEpisode> {
    const command = asked === 'answer' && answer ? commandOf(answer.code) : asked;
    return this.unitOfWork.run(actor, async () => {
      const [episode] = await this.returns.byIds([id]);
      if (!episode) throw new ReturnNotFound();
      if (expectedVersion !== undefined && expectedVersion !== episode.version) {
        throw new ChangedMeanwhile();
      }
      const isAgain = command === 'reopen' && episode.state === 'closed';
      if (isAgain && (await this.returns.goingOnElsewhere([id])).has(id)) {
        throw refused('RETOUR_PLUS_RECENT', command, episode);
      }
      const { today, book } = (await this.places.of([episode]))(episode);
      const issues = answerIssues(answer, today);
      if (issues.length > 0) throw new ReturnInvalid(issues);
      const decision = decideReturn({
        episode,
        command,
        actor,
        effectiveOn: answer?.contactedOn ?? today,
        today,
        book,
        ...(answer ? { answer } : {}),
      });
      if (!decision.ok) throw refused(decision.refusal, command, episode);
      await this.changes.write([decision.change]);
      return decision.change.after;
    });
  }
}

function answerIssues(answer: SaidAnswer | undefined, today: LocalDate): FieldIssue[] {
  if (!answer || answer.contactedOn <= today) return [];
  const detail = 'Ce jour n’est pas encore venu.';
  return [{ pointer: '/contactedOn', code: 'DATE_FUTURE', detail }];
}

function refused(refusal: string, command: string, { state }: ReturnEpisode) {
  return refusal === 'too-few-attempts'
    ? new TooFewAttempts()
    : new ReturnCommandRefused(refusal, command, state);
}
