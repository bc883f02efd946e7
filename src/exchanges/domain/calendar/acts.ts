import type { Instant, Month } from '../../../kernel/index.js';
import type { SlotDates, SlotPlace } from '../slot-calendar.js';
import type { RecordedSlotState } from '../slot-state.js';
import type { NoticeDraft } from './notice.js';

/** An organisation that exchanges, as the calendar sees it. */
export interface CalendarPlace extends SlotPlace {
  readonly id: string;
  readonly code: string;
  /** The national body that follows it, told of what stays without answer. */
  readonly supervisorId: string | null;
}

/** A slot that will change once more. */
export interface SlotFact extends SlotDates {
  readonly id: string;
  readonly organisationId: string;
  readonly flow: string;
  readonly mode: 'P' | 'T';
  readonly period: Month;
  readonly state: RecordedSlotState;
  /** A convention asks for it: without one nobody is reminded. */
  readonly isOwed: boolean;
  /** A file of it is being processed: it is not late by the emitter's doing. */
  readonly hasDeposit: boolean;
  /** Something was received for the month before. */
  readonly wasReceivedBefore: boolean;
}

/** A file of a mailbox whose bytes are still there. */
export interface WaitingFile {
  readonly id: string;
  readonly organisationId: string;
  readonly flow: string;
  readonly mode: 'P' | 'T';
  readonly period: string;
  readonly fileName: string;
  readonly state: 'available' | 'downloaded' | 'acknowledged' | 'expired';
  /** Put in the folder of the recipient: it needs not come for it. */
  readonly isCopied: boolean;
  readonly availableAt: Instant;
  readonly expiresAt: Instant;
  /** The organisations whose records it tells. */
  readonly emitterIds: readonly string[];
}

/** Numbers an emitter passed over and has not sent since. */
export interface SequenceGap {
  readonly organisationId: string;
  readonly flow: string;
  readonly firstMissing: number;
  /** When a greater number came. */
  readonly seenAt: Instant;
}

/** A monthly file applied once the photo of its month had gone. */
export interface LateFile {
  readonly id: string;
  readonly organisationId: string;
  readonly appliedAt: Instant;
}

/** What is owed for a month by one emitter, in one flow. */
export interface OwedSlot {
  readonly organisationId: string;
  readonly flow: string;
  readonly period: Month;
  readonly dates: SlotDates;
}

/** A recipient and a flow that goes to it. */
export interface DeliveryPlace {
  readonly recipientId: string;
  readonly flow: string;
}

interface Due {
  /** From this moment on, never before. */
  readonly at: Instant;
}

/**
 * Something the passing of time makes due. What was done is recorded in the transaction of its effect,
 * under a key of civil dates: doing it again finds the record (ADR 0019).
 */
export type CalendarAct =
  | (Due & {
      readonly kind: 'open-month';
      readonly key: string;
      readonly slots: readonly OwedSlot[];
    })
  | (Due & { readonly kind: 'issue-notice'; readonly notice: NoticeDraft })
  | (Due & {
      readonly kind: 'close-slot';
      readonly slotId: string;
      readonly organisationId: string;
    })
  | (Due & {
      readonly kind: 'settle-report';
      readonly fileId: string;
      readonly organisationId: string;
    })
  | (Due & {
      readonly kind: 'expire-file';
      readonly fileId: string;
      readonly organisationId: string;
    })
  | (Due &
      DeliveryPlace & { readonly kind: 'deliver'; readonly key: string; readonly period: Month })
  | (Due & { readonly kind: 'end-deliveries'; readonly key: string })
  | (Due & {
      readonly kind: 'supplement';
      readonly key: string;
      readonly fileId: string;
      readonly organisationId: string;
    });

export type CalendarActOf<Kind extends CalendarAct['kind']> = Extract<CalendarAct, { kind: Kind }>;
