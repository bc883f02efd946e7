import { localDate } from '../../kernel/index.js';
import type { LocalDate } from '../../kernel/index.js';

/** A version of the information notice handed to young people, dated: never deleted, replaced. */
export interface NoticeVersion {
  readonly version: string;
  readonly validFrom: LocalDate;
  /** Last day of validity; `null` = still in force. */
  readonly validTo: LocalDate | null;
}

/** What was recorded about the information of one young person. */
export interface NoticeRecord {
  readonly informedOn: LocalDate | null;
  readonly noticeVersion: string | null;
  /** Day on which the person objected to the transmission (RGPD art. 21); `null` = did not. */
  readonly objectedOn: LocalDate | null;
}

export type NoticeRefusal =
  | 'notice-missing'
  | 'notice-after-transmission'
  | 'notice-version-unknown'
  | 'notice-version-not-in-force'
  | 'objection-recorded';

/** The version 1 of the demonstration and of the launch (contract.md 5). */
export const NOTICE_VERSIONS: readonly NoticeVersion[] = [
  { version: '1', validFrom: localDate(2020, 1, 1), validTo: null },
];

/**
 * Why a transmission is blocked for want of information (trust.md PRV-04; RGPD art. 13, 14 and 21):
 * the notice must be given before or on the day of the transmission, in a known version in force on
 * the day it was given, and nobody may have objected by then. Nothing when all is in order. Days are those
 * of the place of the mission locale.
 */
export function noticeRefusal(
  record: NoticeRecord,
  transmittedOn: LocalDate,
  versions: readonly NoticeVersion[],
): NoticeRefusal | undefined {
  const { informedOn, noticeVersion, objectedOn } = record;
  if (objectedOn !== null && objectedOn <= transmittedOn) return 'objection-recorded';
  if (informedOn === null || noticeVersion === null) return 'notice-missing';
  if (informedOn > transmittedOn) return 'notice-after-transmission';
  const sameVersion = versions.filter(({ version }) => version === noticeVersion);
  if (sameVersion.length === 0) return 'notice-version-unknown';
  const isInForce = sameVersion.some(
    ({ validFrom, validTo }) =>
      validFrom <= informedOn && (validTo === null || informedOn <= validTo),
  );
  return isInForce ? undefined : 'notice-version-not-in-force';
}
