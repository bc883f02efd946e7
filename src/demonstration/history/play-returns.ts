import { Injectable } from '@nestjs/common';
import { addDays, daysBetween, type Actor, type LocalDate } from '../../kernel/index.js';
import {
  decideReturn,
  ReturnChanges,
  ReturnPlaces,
  Returns,
  type ReturnChange,
  type ReturnEpisode,
  type SaidAnswer,
} from '../../returns/index.js';
import { SeededRandom } from '../seeded-random.js';

/** Days after the exit by which a return is taken up, then answered. */
const TAKEN_UP_BY = 8;
const ANSWERED_BY = 30;

/** Plays what a mission locale does with its returns, by their rules. In a unit of work of its own. */
@Injectable()
export class PlayReturns {
  constructor(
    private readonly returns: Returns,
    private readonly places: ReturnPlaces,
    private readonly changes: ReturnChanges,
  ) {}

  /**
   * What is done already is passed over: a return that is open is to be taken up, no other. The latest of
   * those that had time enough is forgotten: every mission locale has one that is late, and only one.
   */
  async execute(volunteerIds: readonly string[], actor: Actor, until: LocalDate): Promise<void> {
    const hadTime = ({ endsOn }: ReturnEpisode) => daysBetween(endsOn, until) >= TAKEN_UP_BY;
    const forgotten = [...(await this.returns.latestOf(volunteerIds)).values()]
      .filter((episode) => episode.state === 'open' && hadTime(episode))
      .reduce<ReturnEpisode | null>(later, null);
    await this.step(volunteerIds, actor, (episode, random) => {
      const on = addDays(episode.endsOn, random.between(1, 4));
      const isTakenUp =
        episode.state === 'open' && hadTime(episode) && episode.id !== forgotten?.id;
      return isTakenUp ? { on, answer: null } : null;
    });
    await this.step(volunteerIds, actor, (episode, random) => {
      const code = random.weighted([
        ['RDV_PRIS', 45],
        ['DEJA_ACCOMPAGNE', 20],
        ['NOUVEAU_PROJET', 20],
        ['NE_SOUHAITE_PAS', 10],
        ['REORIENTATION', 5],
      ] as const);
      const on = addDays(episode.endsOn, random.between(6, 25));
      const isTime = daysBetween(episode.endsOn, until) >= ANSWERED_BY;
      return episode.state === 'acknowledged' && isTime
        ? { on, answer: { code, contactedOn: on } }
        : null;
    });
  }

  private async step(
    volunteerIds: readonly string[],
    actor: Actor,
    plan: (
      episode: ReturnEpisode,
      random: SeededRandom,
    ) => { readonly on: LocalDate; readonly answer: SaidAnswer | null } | null,
  ): Promise<void> {
    const episodes = [...(await this.returns.latestOf(volunteerIds)).values()];
    const placeOf = await this.places.of(episodes);
    const changes = episodes.flatMap((episode): ReturnChange[] => {
      const random = new SeededRandom(`return ${episode.volunteerId} ${episode.state}`);
      const planned = plan(episode, random);
      if (!planned) return [];
      const { on, answer } = planned;
      const decision = decideReturn({
        episode,
        command: answer ? 'answer' : 'acknowledge',
        actor,
        effectiveOn: on,
        today: on,
        book: placeOf(episode).book,
        ...(answer ? { answer } : {}),
      });
      if (!decision.ok) throw new Error(`planned return: ${decision.refusal}`);
      return [decision.change];
    });
    await this.changes.write(changes);
  }
}

/** Of two returns, that of who left last. */
function later(one: ReturnEpisode | null, other: ReturnEpisode): ReturnEpisode {
  const keyOf = ({ endsOn, volunteerId }: ReturnEpisode) => `${endsOn} ${volunteerId}`;
  return one !== null && keyOf(one) > keyOf(other) ? one : other;
}
