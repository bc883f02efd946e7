import { Injectable } from '@nestjs/common';
import type { Instant, LocalDate } from '../../kernel/index.js';
import type { ReturnAnswer } from '../domain/code-lists.js';
import type { ReturnState } from '../domain/return-episode.js';
import { ReadMarks, ReturnQueries } from './ports.js';

/** What the unit sees of a return beside the service it comes from. */
export interface ReturnOfVolunteer {
  readonly id: string;
  readonly state: ReturnState;
  readonly answer: ReturnAnswer | null;
  readonly contactedOn: LocalDate | null;
  /** What is expected of the mission locale, and by when. */
  readonly dueOn: LocalDate | null;
  readonly actedAt: Instant | null;
  readonly isUnread: boolean;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Most returns one service can have on a page: each is an exit of the same contract. */
const MOST_OF_ONE_SERVICE = 20;

/** The returns of a service, the latest first, for its page. Only inside a unit of work. */
@Injectable()
export class ReturnsOfVolunteers {
  constructor(
    private readonly queries: ReturnQueries,
    private readonly marks: ReadMarks,
  ) {}

  /** @param readerId the account of the unit whose unread marks count; null for a mission locale. */
  async of(volunteerId: string, readerId: string | null): Promise<ReturnOfVolunteer[]> {
    const { items } = await this.queries.page({ volunteerId }, MOST_OF_ONE_SERVICE, null);
    const ids = items.map(({ episode }) => episode.id);
    const unread = readerId === null ? NOTHING : await this.marks.unread(ids, readerId);
    return items.map(({ episode, missionLocaleActedAt }) => ({
      id: episode.id,
      state: episode.state,
      answer: episode.answer?.code ?? null,
      contactedOn: episode.answer?.contactedOn ?? null,
      dueOn: episode.deadline?.dueOn ?? null,
      actedAt: missionLocaleActedAt,
      isUnread: unread.has(episode.id),
    }));
  }
}
