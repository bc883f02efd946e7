import { Injectable } from '@nestjs/common';
import { parseMonth, type Instant } from '../../kernel/index.js';
import { rowsOf } from '../../platform/database/index.js';
import {
  ChangedServices,
  type ChangedService,
  type ServicePart,
} from '../use-cases/changed-services.js';

interface Part {
  /** Commands that change what the flow tells: the lines of its history are its edition. */
  readonly commands: readonly string[];
  /** Among them, those that change what was said before. */
  readonly corrections: readonly string[];
  /** SQL: there is something to tell. */
  readonly isTold: string;
  /** SQL: nothing is left of what was told. */
  readonly isUndone: string;
  /** SQL: something else than a command makes it news. */
  readonly isNews?: string;
}

const PARTS: Readonly<Record<ServicePart, Part>> = {
  INC: {
    commands: ['incorporate', 'postpone', 'miss', 'amend', 'restate'],
    corrections: ['restate'],
    isTold: 't.incorporated_on is not null',
    isUndone: `t.state = 'postponed' and t.incorporated_on is null and t.as_of_on is null`,
  },
  SOR: {
    commands: ['exit', 'take-effect', 'correct-exit', 'resume', 'restate'],
    corrections: ['correct-exit', 'restate'],
    isTold: `t.state = 'exited'`,
    isUndone: `t.state <> 'exited'`,
  },
  CEU: {
    commands: ['report-presence', 'restate'],
    corrections: ['restate'],
    isTold: 't.presence_month is not null',
    isUndone: 't.presence_month is null',
    // A month that was told does not stand so any more, or stands again, whatever the latest is.
    isNews: `exists (select from string_to_table(nullif(r.said, ''), ' ') s
      where case when s like '-%' then exists (select from unnest(r.months) k where left(k, 7) = substr(s, 2, 7))
        else substring(s from '^[^/]+/[^/]+/[^/]+') <> all (r.months) end)`,
  },
};

interface ChangedRow {
  id: string;
  volunteer_id: string;
  edition: number;
  told_period: string | null;
  said: string | null;
  is_forgotten: boolean;
  months: string[];
  is_undone: boolean;
  is_corrected: boolean | null;
}

// What was never told and is taken back is told to nobody.
const changed = ({ isTold, isUndone, isNews = 'false' }: Part): string => `
  select r.id, r.volunteer_id, r.edition, f.period as told_period, r.said, r.is_undone, r.is_corrected,
    coalesce(r.told = -1, false) as is_forgotten, r.months
  from (
    select t.candidacy_id as id, t.id as volunteer_id, h.edition, m.version as told, m.mailbox_file_id, m.said,
      t.presence_months as months, c.unit_file_number, coalesce(${isUndone}, false) as is_undone,
      h.corrections > 0 as is_corrected
    from app.volunteer t
    join app.candidacy c on c.id = t.candidacy_id
    left join app.delivery_mark m
      on m.org_id = t.ml_id and m.flow = $4 and m.resource_id = t.candidacy_id
    cross join lateral (
      select count(*)::int as edition,
        count(*) filter (where n.command = any($6) and n.place > coalesce(m.version, 0))::int as corrections,
        bool_or(n.file_id = $3) as is_of_notice
      from (select v.command, v.file_id, row_number() over (order by v.recorded_at) as place
        from app.volunteer_transition v
        where v.volunteer_id = t.id and v.command = any($5)) n) h
    where t.ml_id = $1 and h.edition > 0 and ((${isTold}) or m.version is not null)
      and (t.state <> 'exited' or m.version is not null or t.created_at >= $2
        or t.exited_on >= $2::timestamptz::date)
      and ($3::uuid is null or h.is_of_notice)) r
  left join app.mailbox_file f on f.org_id = $1 and f.id = r.mailbox_file_id
  where case when r.told is null then not r.is_undone else r.told <> r.edition or (${isNews}) end
  order by r.unit_file_number nulls last, r.id`;

/** Compares services with what was delivered, under the recipient's own scope. */
@Injectable()
export class DatabaseChangedServices extends ChangedServices {
  override async of(
    part: ServicePart,
    missionLocaleId: string,
    settledSince: Instant,
    noticeFileId: string | null,
  ): Promise<ChangedService[]> {
    const { commands, corrections } = PARTS[part];
    const rows = await rowsOf<ChangedRow>(changed(PARTS[part]), [
      missionLocaleId,
      settledSince,
      noticeFileId,
      part,
      [...commands],
      [...corrections],
    ]);
    return rows.map((row) => {
      const month = parseMonth(row.told_period?.slice(0, 7) ?? '');
      const { is_undone: isUndone, is_corrected: isCorrected } = row;
      const told = month ? { month, isUndone, isCorrected: isCorrected === true } : null;
      const { id, volunteer_id: volunteerId, edition, said: toldSaid, months } = row;
      const isForgotten = row.is_forgotten;
      return { id, volunteerId, edition, told, toldSaid, isForgotten, months };
    });
  }
}
