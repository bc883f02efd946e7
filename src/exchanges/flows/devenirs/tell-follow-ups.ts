import { Injectable } from '@nestjs/common';
import {
  FollowUpChanges,
  FollowUps,
  MILESTONES,
  restateAnswer,
  type FollowUp,
  type FollowUpAct,
  type FollowUpChange,
  type Milestone,
  type NamedExit,
} from '../../../follow-ups/index.js';
import { codesOf, Ids } from '../../../kernel/index.js';
import type { ApplyContext } from '../../use-cases/flow-ports.js';
import { ReadStatements } from '../../use-cases/statements.js';
import { actorOfLine, fileActorOf } from '../row-fates.js';
import { foldAnswers, type AnswerLine, type FoldedMilestone } from './fold-answers.js';
import { DEVENIRS } from './flow.js';

/** What became of one milestone of one exit. */
export interface ToldAnswer {
  readonly folded: FoldedMilestone;
  /** The command that brings its record there; null when it is there already. */
  readonly change: FollowUpChange | null;
}

/** What is known of the milestones that are told. */
interface Known {
  readonly answers: readonly FollowUp[];
  readonly acts: readonly FollowUpAct[];
  readonly said: ReadonlyMap<string, readonly AnswerLine[]>;
}

/**
 * Tells milestones from all that was said of them: the files, read from their bytes, and the acts, from
 * the history (exchange.md 7.e.2-3). What is told is kept by the service that ended.
 */
@Injectable()
export class TellFollowUps {
  constructor(
    private readonly statements: ReadStatements,
    private readonly followUps: FollowUps,
    private readonly changes: FollowUpChanges,
    private readonly ids: Ids,
  ) {}

  /** By milestone of each service; `more` are rows that the ledger does not hold yet, by service. */
  async execute(
    exits: readonly NamedExit[],
    more: ReadonlyMap<string, readonly AnswerLine[]>,
    context: ApplyContext,
  ): Promise<ReadonlyMap<string, ToldAnswer>> {
    const ids = exits.map(({ service }) => service.volunteerId);
    const known: Known = {
      answers: await this.followUps.ofServices(ids),
      acts: await this.followUps.actsOn(ids),
      said: (await this.statements.on(ids, DEVENIRS, context)) as Known['said'],
    };
    const told = new Map<string, ToldAnswer>();
    for (const exit of exits) {
      const { volunteerId } = exit.service;
      const own = more.get(volunteerId) ?? [];
      for (const milestone of codesOf(MILESTONES)) {
        const answer = this.tell(exit, milestone, { known, own }, context);
        told.set(milestoneKey(volunteerId, milestone), answer);
      }
    }
    await this.changes.write([...told.values()].flatMap(({ change }) => change ?? []));
    return told;
  }

  private tell(
    { service }: NamedExit,
    milestone: Milestone,
    { known, own }: { known: Known; own: readonly AnswerLine[] },
    context: ApplyContext,
  ): ToldAnswer {
    const { volunteerId } = service;
    const isOf = (one: { readonly volunteerId: string; readonly milestone: string }) =>
      one.volunteerId === volunteerId && one.milestone === milestone;
    const lines = [...(known.said.get(volunteerId) ?? []), ...own];
    const told = {
      lines: lines.filter(({ row }) => row.jalon === milestone),
      acts: known.acts.filter(isOf),
    };
    const folded = foldAnswers(service, milestone, told, fileActorOf(context));
    const line = own.find((one) => folded.standing.has(one))?.line;
    const change = restateAnswer({
      ...{ service, milestone, current: known.answers.find(isOf) ?? null },
      answer: folded.answer,
      today: context.today,
      actor: line === undefined ? context.actor : actorOfLine(context, line),
      newId: () => this.ids.uuid(),
    });
    return { folded, change };
  }
}

/** What a milestone of a service is told under. */
export function milestoneKey(volunteerId: string, milestone: Milestone): string {
  return `${volunteerId} ${milestone}`;
}
