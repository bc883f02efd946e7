import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate } from '../../kernel/index.js';
import { currentManager } from '../../platform/database/index.js';

/** Days during which an answer is news to a unit. */
const NEWS_DAYS = 10;

/** What the demonstration writes besides what the features do. In a technical unit of work unless said. */
@Injectable()
export class DemonstrationMarks {
  /** True when a machine client of this name exists: the demonstration writes them last. */
  async hasClient(clientId: string): Promise<boolean> {
    const rows: unknown[] = await currentManager().query(
      'select from app.machine_client where client_id = $1',
      [clientId],
    );
    return rows.length === 1;
  }

  /** Id of the account of this address. */
  async accountId(email: string): Promise<string | null> {
    const [row]: { id: string }[] = await currentManager().query(
      'select id from app.account where email = $1',
      [email],
    );
    return row?.id ?? null;
  }

  /**
   * Dates the records of a mission locale as if they had been written on their day, so that lists show
   * the latest first. In a unit of work of the mission locale.
   */
  async dateReferrals(): Promise<void> {
    await currentManager().query(
      `update app.referral set created_at = coalesce(submitted_at, informed_on + time '10:00')`,
    );
    await currentManager().query(
      `update app.young_person p set created_at = r.created_at from app.referral r
       where r.person_id = p.id`,
    );
  }

  /** The same for the files of a unit. In a unit of work of the unit. */
  async dateCandidacies(): Promise<void> {
    await currentManager().query(
      `update app.candidacy c set created_at = r.submitted_at from app.referral r
       where r.id = c.referral_id and r.submitted_at is not null`,
    );
  }

  /**
   * What was answered long ago is news to nobody; the latest is, as of its day. In a unit of work of the
   * mission locale.
   */
  async dateAnswers(until: LocalDate): Promise<void> {
    await currentManager().query(
      `update app.return_episode set acted_at = case when coalesce(contacted_on, state_on) > $1
         then coalesce(contacted_on, state_on) + time '10:00' end where acted_at is not null`,
      [addDays(until, -NEWS_DAYS)],
    );
  }

  /** The same as for candidacies, for the returns of a unit. In a unit of work of the unit. */
  async dateReturns(): Promise<void> {
    await currentManager().query(
      `update app.return_episode set created_at = counts_from + time '10:00'`,
    );
  }
}
