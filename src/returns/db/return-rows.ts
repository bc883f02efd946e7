import type { AsOf, Instant, LocalDate } from '../../kernel/index.js';
import type { ReturnAnswer } from '../domain/code-lists.js';
import type { DeadlineRuleCode } from '../domain/deadline.rules.js';
import type {
  Deadline,
  Escalation,
  ReturnCause,
  ReturnEpisode,
  ReturnState,
} from '../domain/return-episode.js';
import type { ReturnSummary } from '../use-cases/ports.js';

/** A row of `app.return_episode` as read. */
export type ReturnRow = {
  id: string;
  volunteer_id: string;
  unit_id: string;
  ml_id: string | null;
  predecessor_id: string | null;
  state: ReturnState;
  state_on: LocalDate;
  cause: ReturnCause | null;
  ends_on: LocalDate;
  counts_from: LocalDate;
  answer_code: ReturnAnswer | null;
  contacted_on: LocalDate | null;
  attempts: number;
  due_on: LocalDate | null;
  due_rule: DeadlineRuleCode | null;
  escalation: Escalation;
  escalates_on: LocalDate | null;
  as_of_on: LocalDate | null;
  as_of_sequence: number | null;
  as_of_line: number | null;
  version: number;
};

/** A row with what a list shows besides. */
export type ReturnSummaryRow = ReturnRow & {
  person_id: string;
  acted_at: Instant | null;
  created_at: Instant;
  reference: string | null;
  unit_file_number: string | null;
};

/** What time does to a return, on either side. */
const TIMED_COLUMNS = {
  state: 'text',
  state_on: 'date',
  counts_from: 'date',
  due_on: 'date',
  due_rule: 'text',
  escalation: 'text',
  escalates_on: 'date',
  version: 'int',
} as const;

/** What the unit's side writes. */
export const UNIT_COLUMNS = { ...TIMED_COLUMNS, cause: 'text', ends_on: 'date' } as const;

export const AS_OF_COLUMNS = {
  as_of_on: 'date',
  as_of_sequence: 'int',
  as_of_line: 'int',
} as const;

/** What the mission locale writes. */
export const MISSION_LOCALE_COLUMNS = {
  ...TIMED_COLUMNS,
  answer_code: 'text',
  contacted_on: 'date',
  attempts: 'int',
  ...AS_OF_COLUMNS,
} as const;

export const RETURN_COLUMNS = {
  id: 'uuid',
  volunteer_id: 'uuid',
  unit_id: 'uuid',
  ml_id: 'uuid',
  predecessor_id: 'uuid',
  ...UNIT_COLUMNS,
  ...MISSION_LOCALE_COLUMNS,
} as const;

/** The columns to read, of the alias `t`. */
export const SELECTED = Object.keys(RETURN_COLUMNS)
  .map((name) => `t.${name}`)
  .join(', ');

/**
 * Where a list comes from: the return, its service, and what they are called by. Who accepted a return
 * reads neither the service nor the referral, which are of another: what was handed over stands for them.
 */
export const LISTED = `from app.return_episode t
  left join app.volunteer v on v.id = t.volunteer_id
  left join app.candidacy c on c.id = v.candidacy_id
  left join app.referral f on f.id = v.referral_id
  left join app.return_transfer h on h.successor_id = t.id
  left join app.return_transfer_part p on p.transfer_id = h.id and p.kind = 'service'`;

/** Who comes back: the file of whoever reads. */
export const PERSON = 'coalesce(v.person_id, h.accepted_person_id)';

/** What the unit calls the file by. */
export const FILE_NUMBER = `coalesce(c.unit_file_number, p.content->>'unitFileNumber')`;

/** What a list shows. */
export const SHOWN = `${SELECTED}, ${PERSON} as person_id, t.acted_at, t.created_at, f.reference,
  ${FILE_NUMBER} as unit_file_number`;

/** Something that the mission locale did, and that a reader has not opened since. */
export function unreadBy(reader: string): string {
  return `(t.acted_at is not null and not exists (select from app.return_read_mark m
    where m.episode_id = t.id and m.reader_id = ${reader} and m.read_at >= t.acted_at))`;
}

/** The row of a return. */
export function toRow(episode: ReturnEpisode): ReturnRow {
  return {
    id: episode.id,
    volunteer_id: episode.volunteerId,
    unit_id: episode.unitId,
    ml_id: episode.missionLocaleId,
    predecessor_id: episode.predecessorId,
    state: episode.state,
    state_on: episode.stateOn,
    cause: episode.cause,
    ends_on: episode.endsOn,
    counts_from: episode.countsFrom,
    answer_code: episode.answer?.code ?? null,
    contacted_on: episode.answer?.contactedOn ?? null,
    attempts: episode.attempts,
    due_on: episode.deadline?.dueOn ?? null,
    due_rule: episode.deadline?.rule ?? null,
    escalation: episode.escalation,
    escalates_on: episode.escalatesOn,
    ...asOfRow(episode.asOf),
    version: episode.version,
  };
}

/** The columns of a reference date. */
export function asOfRow(asOf: AsOf | null): Pick<ReturnRow, keyof typeof AS_OF_COLUMNS> {
  return {
    as_of_on: asOf?.on ?? null,
    as_of_sequence: asOf?.sequence ?? null,
    as_of_line: asOf?.line ?? null,
  };
}

/** The reference date of a row. */
export function toAsOf(row: Pick<ReturnRow, keyof typeof AS_OF_COLUMNS>): AsOf | null {
  if (row.as_of_on === null) return null;
  return { on: row.as_of_on, sequence: row.as_of_sequence ?? 0, line: row.as_of_line ?? 0 };
}

/** The return of a row. */
export function toEpisode(row: ReturnRow): ReturnEpisode {
  return {
    id: row.id,
    volunteerId: row.volunteer_id,
    unitId: row.unit_id,
    missionLocaleId: row.ml_id,
    predecessorId: row.predecessor_id,
    state: row.state,
    stateOn: row.state_on,
    cause: row.cause,
    endsOn: row.ends_on,
    countsFrom: row.counts_from,
    answer:
      row.answer_code && row.contacted_on
        ? { code: row.answer_code, contactedOn: row.contacted_on }
        : null,
    attempts: row.attempts,
    deadline: deadlineOf(row),
    escalation: row.escalation,
    escalatesOn: row.escalates_on,
    asOf: toAsOf(row),
    version: row.version,
  };
}

/** The return of a row, with what a list shows besides. */
export function toSummary(row: ReturnSummaryRow): ReturnSummary {
  return {
    episode: toEpisode(row),
    personId: row.person_id,
    reference: row.reference,
    unitFileNumber: row.unit_file_number,
    missionLocaleActedAt: row.acted_at,
    createdAt: row.created_at,
  };
}

function deadlineOf({ due_on, due_rule, ends_on, counts_from }: ReturnRow): Deadline | null {
  if (!due_on || !due_rule) return null;
  return {
    rule: due_rule,
    from: due_rule === 'return-prepare' ? ends_on : counts_from,
    dueOn: due_on,
  };
}
