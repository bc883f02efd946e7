import type { Instant } from '../../../kernel/index.js';
import type { CalendarAct } from './acts.js';
import type { NoticeDraft } from './notice.js';

/** What a decision knows of the present and of what was issued. */
export interface NoticeView {
  readonly now: Instant;
  /** What became due before the calendar was put in service is not made up for. */
  readonly startedAt: Instant;
  /** The demonstration reminds nobody (contract.md 5). */
  readonly hasReminders: boolean;
  isIssued(organisationId: string, key: string): boolean;
}

/** A notice and, where it has one, the moment from which it would no longer be true. */
export interface PlannedNotice {
  readonly notice: NoticeDraft;
  readonly until: Instant | null;
}

/** The act, when the notice is due now: its moment has come, it is still true, it was not issued. */
export function dueNotice({ notice, until }: PlannedNotice, view: NoticeView): CalendarAct[] {
  const { dueAt: at, organisationId, key } = notice;
  if (!view.hasReminders || at < view.startedAt || view.now < at) return [];
  if (until !== null && view.now >= until) return [];
  return view.isIssued(organisationId, key) ? [] : [{ kind: 'issue-notice', at, notice }];
}
