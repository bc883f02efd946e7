import { Injectable } from '@nestjs/common';
import { parseMonth, type Instant } from '../../kernel/index.js';
import { currentManager } from '../../platform/database/index.js';
import type { ToldBefore } from '../delivery/outbound-place.js';
import { ChangedRecords, type ChangedRecord } from '../use-cases/mailbox-ports.js';

interface ChangedRow {
  id: string;
  edition: number;
  /** Month, or day of a notice; null when it was never told. */
  told_period: string | null;
  is_undone: boolean;
  is_corrected: boolean | null;
}

/*
 * Every act of either side adds one to the version of a record and one line to its history: without the
 * recipient's own lines, the version says what the others did. So nobody is told its own acts again.
 */
const REFERRALS = `select t.id, t.reference, t.version - (select count(*) from app.referral_transition h
        where h.referral_id = t.id and h.organisation_id = t.unit_id) as edition,
      m.version as told, m.mailbox_file_id, t.unit_id as recipient_id,
      t.state = 'withdrawn' and 'restate' = (select h.command from app.referral_transition h
        where h.referral_id = t.id order by h.recorded_at desc limit 1) as is_undone
    from app.referral t
    left join app.delivery_mark m
      on m.org_id = t.unit_id and m.flow = 'ORI' and m.resource_id = t.id
    where t.unit_id = $1 and (t.state in ('submitted', 'received')
      or (t.state = 'withdrawn' and (m.version is not null or t.created_at >= $2
        or exists (select from app.referral_transition h where h.referral_id = t.id
          and h.command = 'withdraw' and h.effective_on >= $2::timestamptz::date))))
      and ($3::uuid is null or exists (select from app.referral_transition h
        where h.referral_id = t.id and h.file_id = $3))`;

const CANDIDACIES = `select t.id, f.reference, t.version - (select count(*) from app.candidacy_transition h
        where h.candidacy_id = t.id and h.organisation_id = t.ml_id) as edition,
      m.version as told, m.mailbox_file_id, t.ml_id as recipient_id,
      case when t.referral_id is null then t.state = 'closed' and t.as_of_on is null
        else t.state = 'received' and t.acknowledged_on is null end as is_undone
    from app.candidacy t
    left join app.referral f on f.id = t.referral_id
    left join app.delivery_mark m
      on m.org_id = t.ml_id and m.flow = 'SUI' and m.resource_id = t.id
    where t.ml_id = $1
      and (t.acknowledged_on is not null or t.state in ('in-evaluation', 'convoked', 'decided')
        or m.version is not null)
      and (t.state not in ('decided', 'closed') or m.version is not null
        or t.as_of_sequence > 0 or t.created_at >= $2 or t.state_on >= $2::timestamptz::date)
      and ($3::uuid is null or exists (select from app.candidacy_transition h
        where h.candidacy_id = t.id and h.file_id = $3))`;

/** What the mission locale itself said of a return: what the unit or the clock did is not its news. */
const SAID_OF_RETURN = `h.command in ('acknowledge', 'record-attempt', 'answer', 'declare-elsewhere',
  'reopen', 'drop', 'restate')`;

const RETURNS = `select t.id, t.ends_on::text as reference, (select count(*) from app.return_transition h
        where h.episode_id = t.id and ${SAID_OF_RETURN}) as edition,
      m.version as told, m.mailbox_file_id, t.unit_id as recipient_id,
      t.answer_code is null as is_undone
    from app.return_episode t
    left join app.delivery_mark m
      on m.org_id = t.unit_id and m.flow = 'PEC' and m.resource_id = t.id
    where t.unit_id = $1
      and (m.version is not null or (t.answer_code is not null and t.acted_at >= $2))
      and ($3::uuid is null or exists (select from app.return_transition h
        where h.episode_id = t.id and h.file_id = $3))`;

// The history of an answer is its mission locale's alone: each version of it is news, and a correction of
// what was told.
const FOLLOW_UPS = `select t.id, t.volunteer_id || t.milestone as reference, t.version as edition,
      m.version as told, m.mailbox_file_id, t.unit_id as recipient_id, t.is_taken_back as is_undone
    from app.follow_up t
    left join app.delivery_mark m
      on m.org_id = t.unit_id and m.flow = 'DEV' and m.resource_id = t.id
    where t.unit_id = $1 and $3::uuid is null
      and (m.version is not null
        or (not t.is_taken_back and t.observed_on >= $2::timestamptz::date))`;

// What the unit said since it announced somebody is news to the mission locale; its own answers are not.
const APPLICANTS = `select t.id, t.unit_file_number as reference,
      (select count(*) from app.direct_applicant_transition h where h.direct_applicant_id = t.id
        and h.ml_id = t.ml_id and h.organisation_id is distinct from t.ml_id) as edition,
      m.version as told, m.mailbox_file_id, t.ml_id as recipient_id, false as is_undone
    from app.direct_applicant t
    left join app.delivery_mark m
      on m.org_id = t.ml_id and m.flow = 'DIR' and m.resource_id = t.id
    where t.ml_id = $1 and t.state in ('announced', 'answered') and $3::uuid is null
      and (m.version is not null or t.invited_on >= $2::timestamptz::date)`;

// Whom a mission locale was told of in a file, and reads no more. A negative edition is its own: should it be
// told of them once more, the positive one of the history is news again.
const RETRACTED = `select t.direct_applicant_id as id, t.unit_file_number as reference,
      -m.version as edition, m.version as told, m.mailbox_file_id, t.ml_id as recipient_id,
      true as is_undone
    from app.direct_applicant_retraction t
    join app.delivery_mark m
      on m.org_id = t.ml_id and m.flow = 'DIR' and m.resource_id = t.direct_applicant_id
    where t.ml_id = $1 and m.version > 0 and not exists (select from app.direct_applicant d
      where d.id = t.direct_applicant_id and d.ml_id = t.ml_id
        and d.state in ('announced', 'answered', 'to-assign'))`;

const INVITATIONS = `select t.id, t.unit_file_number as reference,
      (select count(*) from app.direct_applicant_transition h where h.direct_applicant_id = t.id
        and h.organisation_id = t.ml_id) as edition,
      m.version as told, m.mailbox_file_id, t.unit_id as recipient_id, t.answer_code is null as is_undone
    from app.direct_applicant t
    left join app.delivery_mark m
      on m.org_id = t.unit_id and m.flow = 'PEC' and m.resource_id = t.id
    where t.unit_id = $1 and t.state <> 'withdrawn'
      and (m.version is not null or (t.answer_code is not null and t.answered_on >= $2::timestamptz::date))
      and ($3::uuid is null or exists (select from app.direct_applicant_transition h
        where h.direct_applicant_id = t.id and h.file_id = $3))`;

const HISTORIES = {
  applicant: {
    lines: `select h.command = 'correct' as is_correction, h.recorded_at
      from app.direct_applicant_transition h where h.direct_applicant_id = r.id
        and h.ml_id = r.recipient_id and h.organisation_id is distinct from r.recipient_id`,
    records: APPLICANTS,
  },
  retracted: {
    lines: 'select true as is_correction, h.recorded_at from (select now() as recorded_at) h',
    records: RETRACTED,
  },
  invitation: {
    lines: `select h.command in ('reopen', 'restate') as is_correction, h.recorded_at
      from app.direct_applicant_transition h where h.direct_applicant_id = r.id
        and h.organisation_id is distinct from r.recipient_id`,
    records: INVITATIONS,
  },
  referral: {
    lines: `select h.is_correction, h.recorded_at from app.referral_transition h
      where h.referral_id = r.id and h.organisation_id is distinct from r.recipient_id`,
    records: REFERRALS,
  },
  candidacy: {
    lines: `select h.is_correction, h.recorded_at from app.candidacy_transition h
      where h.candidacy_id = r.id and h.organisation_id is distinct from r.recipient_id`,
    records: CANDIDACIES,
  },
  return: {
    lines: `select h.command in ('reopen', 'restate') as is_correction, h.recorded_at
      from app.return_transition h where h.episode_id = r.id and ${SAID_OF_RETURN}`,
    records: RETURNS,
  },
  'follow-up': {
    lines: 'select true as is_correction, h.recorded_at from (select now() as recorded_at) h',
    records: FOLLOW_UPS,
  },
} as const;

/** Compares records with what was delivered, under the recipient's own scope. */
@Injectable()
export class DatabaseChangedRecords extends ChangedRecords {
  override referralsTo(
    unitId: string,
    settledSince: Instant,
    noticeFileId: string | null,
  ): Promise<ChangedRecord[]> {
    return changed(HISTORIES.referral, [unitId, settledSince, noticeFileId]);
  }

  override returnsTo(
    unitId: string,
    settledSince: Instant,
    noticeFileId: string | null,
  ): Promise<ChangedRecord[]> {
    return changed(HISTORIES.return, [unitId, settledSince, noticeFileId]);
  }

  override followUpsTo(
    unitId: string,
    settledSince: Instant,
    noticeFileId: string | null,
  ): Promise<ChangedRecord[]> {
    return changed(HISTORIES['follow-up'], [unitId, settledSince, noticeFileId]);
  }

  override applicantsTo(
    missionLocaleId: string,
    settledSince: Instant,
    noticeFileId: string | null,
  ): Promise<ChangedRecord[]> {
    return changed(HISTORIES.applicant, [missionLocaleId, settledSince, noticeFileId]);
  }

  override applicantsRetractedFrom(missionLocaleId: string): Promise<ChangedRecord[]> {
    return changed(HISTORIES.retracted, [missionLocaleId]);
  }

  override invitationsOf(
    unitId: string,
    settledSince: Instant,
    noticeFileId: string | null,
  ): Promise<ChangedRecord[]> {
    return changed(HISTORIES.invitation, [unitId, settledSince, noticeFileId]);
  }

  override candidaciesOf(
    missionLocaleId: string,
    settledSince: Instant,
    noticeFileId: string | null,
  ): Promise<ChangedRecord[]> {
    return changed(HISTORIES.candidacy, [missionLocaleId, settledSince, noticeFileId]);
  }
}

/**
 * In the order of the references, so that two equal deliveries are equal files. The last lines of a
 * history, as many as its edition grew by, say whether what was told is corrected. What was never told
 * and is taken back is told to nobody.
 */
async function changed(
  { records, lines }: (typeof HISTORIES)[keyof typeof HISTORIES],
  values: readonly unknown[],
): Promise<ChangedRecord[]> {
  const rows: ChangedRow[] = await currentManager().query(
    `select r.id, r.edition::int as edition, f.period as told_period, r.is_undone,
       (select bool_or(l.is_correction) from (
         ${lines} order by h.recorded_at desc limit greatest(r.edition - r.told, 0)) l) as is_corrected
     from (${records}) r
     left join app.mailbox_file f on f.org_id = r.recipient_id and f.id = r.mailbox_file_id
     where case when r.told is null then not coalesce(r.is_undone, false) else r.told <> r.edition end
     order by r.reference nulls last, r.id`,
    [...values],
  );
  return rows.map((row) => ({ id: row.id, edition: row.edition, told: toldBefore(row) }));
}

function toldBefore({ told_period: period, ...row }: ChangedRow): ToldBefore | null {
  const month = parseMonth(period?.slice(0, 7) ?? '');
  if (!month) return null;
  return { month, isUndone: row.is_undone, isCorrected: row.is_corrected === true };
}
