import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/index.js';
import { currentManager } from '../../platform/database/index.js';
import { ChangedRecords, type ChangedRecord } from '../use-cases/mailbox-ports.js';

interface ChangedRow {
  id: string;
  edition: number;
  was_delivered: boolean;
}

/*
 * Every act of either side adds one to the version of a record and one line to its history: without the
 * recipient's own lines, the version says what the others did. So nobody is told its own acts again.
 */
const REFERRALS = `select t.id, t.reference, t.version - (select count(*) from app.referral_transition h
        where h.referral_id = t.id and h.organisation_id = t.unit_id) as edition,
      m.version as told
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
      m.version as told
    from app.candidacy t
    left join app.referral f on f.id = t.referral_id
    left join app.delivery_mark m
      on m.org_id = t.ml_id and m.flow = 'SUI' and m.resource_id = t.id
    where t.ml_id = $1
      and (t.acknowledged_on is not null or t.state in ('in-evaluation', 'convoked', 'decided'))
      and (t.state not in ('decided', 'closed') or m.version is not null
        or t.as_of_sequence > 0 or t.created_at >= $2 or t.state_on >= $2::timestamptz::date)
      and ($3::uuid is null or exists (select from app.candidacy_transition h
        where h.candidacy_id = t.id and h.file_id = $3))`;

/** Compares records with what was delivered, under the recipient's own scope. */
@Injectable()
export class DatabaseChangedRecords extends ChangedRecords {
  override referralsTo(
    unitId: string,
    settledSince: Instant,
    noticeFileId: string | null,
  ): Promise<ChangedRecord[]> {
    return changed(REFERRALS, [unitId, settledSince, noticeFileId]);
  }

  override candidaciesOf(
    missionLocaleId: string,
    settledSince: Instant,
    noticeFileId: string | null,
  ): Promise<ChangedRecord[]> {
    return changed(CANDIDACIES, [missionLocaleId, settledSince, noticeFileId]);
  }
}

/** In the order of the references, so that two equal deliveries are equal files. */
async function changed(records: string, values: readonly unknown[]): Promise<ChangedRecord[]> {
  const rows: ChangedRow[] = await currentManager().query(
    `select r.id, r.edition::int as edition, r.told is not null as was_delivered
     from (${records}) r where r.told is null or r.told <> r.edition
     order by r.reference nulls last, r.id`,
    [...values],
  );
  return rows.map(({ id, edition, was_delivered: wasDelivered }) => ({
    id,
    edition,
    wasDelivered,
  }));
}
