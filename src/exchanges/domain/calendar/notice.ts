import type { Instant } from '../../../kernel/index.js';

/** What the service tells an organisation of its files by itself (exchange.md 7.a, 7.d, 7.h). */
export const NOTICE_KINDS = [
  /** Three days before the due time, when nothing came the month before either. */
  'ECHEANCE_PROCHE',
  /** The due time is past. */
  'ECHEANCE_DEPASSEE',
  /** Two working days later. */
  'RELANCE',
  /** Five working days later. */
  'ALERTE',
  /** The next month has opened: the file will never come. */
  'FICHIER_MANQUANT',
  /** A number of the sequence was passed over. */
  'SEQUENCE_MANQUANTE',
  /** A file waits in the mailbox (sedex 701). */
  'EXPIRATION_PROCHE',
  /** ANR: nobody collected it (MESH NDR). */
  'NON_RETRAIT',
  /** It was collected, and nobody said what became of it. */
  'ACQUITTEMENT_ATTENDU',
  /** It can no longer be collected. */
  'FICHIER_EXPIRE',
  /** Nothing came from anybody: our door may be broken. */
  'AUCUN_DEPOT',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Whom it is for, in the organisation that receives it. */
export const NOTICE_AUDIENCES = ['referent', 'direction', 'tutelle', 'exploitant'] as const;
export type NoticeAudience = (typeof NOTICE_AUDIENCES)[number];

/** What a notice speaks of; it never names a person. */
export interface NoticeSubject {
  readonly flow: string | null;
  readonly mode: 'P' | 'T' | null;
  /** A month, or the day of an event notice. */
  readonly period: string | null;
  /** First number passed over. */
  readonly sequence: number | null;
  readonly fileId: string | null;
  readonly fileName: string | null;
  /** Code of the other organisation, when it speaks of one. */
  readonly partner: string | null;
}

/** A notice to be issued. Its key and its organisation make it unique for ever. */
export interface NoticeDraft extends NoticeSubject {
  readonly organisationId: string;
  readonly key: string;
  readonly kind: NoticeKind;
  readonly audience: NoticeAudience;
  /** The moment it became due; it may be issued later, after an outage. */
  readonly dueAt: Instant;
}

/** A notice issued, for any channel to carry. */
export interface Notice extends NoticeDraft {
  readonly id: string;
  readonly issuedAt: Instant;
}

export const NO_SUBJECT: NoticeSubject = {
  flow: null,
  mode: null,
  period: null,
  sequence: null,
  fileId: null,
  fileName: null,
  partner: null,
};
