import type { Instant } from '../../../kernel/index.js';
import type { CalendarAct, CalendarPlace, WaitingFile } from './acts.js';
import { acknowledgementDueAt, collectionDates } from './calendar-dates.js';
import { dueNotice, type NoticeView, type PlannedNotice } from './due-notice.js';
import { NO_SUBJECT, type NoticeAudience, type NoticeDraft, type NoticeKind } from './notice.js';

/**
 * What time makes of a file in a mailbox (exchange.md 7.a, days 13 and 15; 7.d, ADR and ANR): a reminder,
 * a report to its emitters, then the end of its bytes after 60 days; the proof stays.
 */
export function mailboxActs(
  file: WaitingFile,
  recipient: CalendarPlace,
  view: NoticeView,
): CalendarAct[] {
  const notices = plannedNotices(file, recipient).flatMap((planned) => dueNotice(planned, view));
  if (notices.length > 0) return notices;
  const { id: fileId, organisationId, expiresAt: at } = file;
  return view.now >= at ? [{ kind: 'expire-file', at, fileId, organisationId }] : [];
}

function plannedNotices(file: WaitingFile, recipient: CalendarPlace): PlannedNotice[] {
  if (file.state === 'acknowledged' || file.mode === 'T') return [];
  return [
    ...(file.state === 'available' && !file.isCopied
      ? notCollected(file, recipient)
      : notAcknowledged(file, recipient)),
    ...toBothSides(file, recipient, 'FICHIER_EXPIRE', file.expiresAt, null),
  ];
}

function notCollected(file: WaitingFile, recipient: CalendarPlace): PlannedNotice[] {
  const { reminderAt, reportAt } = collectionDates(file.availableAt);
  const reminder = draft(file, 'EXPIRATION_PROCHE', 'referent', reminderAt);
  const report = draft(file, 'NON_RETRAIT', 'tutelle', reportAt);
  const { supervisorId } = recipient;
  return [
    { notice: reminder, until: reportAt },
    ...toBothSides(file, recipient, 'NON_RETRAIT', reportAt, file.expiresAt),
    ...(supervisorId === null
      ? []
      : [{ notice: told(report, supervisorId, recipient.code), until: file.expiresAt }]),
  ];
}

function notAcknowledged(file: WaitingFile, recipient: CalendarPlace): PlannedNotice[] {
  const dueAt = acknowledgementDueAt(file.availableAt, recipient);
  return [
    { notice: draft(file, 'ACQUITTEMENT_ATTENDU', 'referent', dueAt), until: file.expiresAt },
  ];
}

/** To the recipient, and to those whose records did not reach it. */
function toBothSides(
  file: WaitingFile,
  recipient: CalendarPlace,
  kind: NoticeKind,
  dueAt: Instant,
  until: Instant | null,
): PlannedNotice[] {
  const notice = draft(file, kind, 'referent', dueAt);
  const emitters = file.emitterIds.map((id) => ({
    notice: told(notice, id, recipient.code),
    until,
  }));
  return [{ notice, until }, ...emitters];
}

function told(notice: NoticeDraft, organisationId: string, partner: string): NoticeDraft {
  return { ...notice, organisationId, partner };
}

function draft(
  file: WaitingFile,
  kind: NoticeKind,
  audience: NoticeAudience,
  dueAt: Instant,
): NoticeDraft {
  const { organisationId, flow, mode, period, id: fileId, fileName } = file;
  const key = `${kind}:${fileId}`;
  const subject = { ...NO_SUBJECT, flow, mode, period, fileId, fileName };
  return { ...subject, organisationId, key, kind, audience, dueAt };
}
