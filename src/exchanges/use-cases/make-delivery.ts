import { Injectable } from '@nestjs/common';
import {
  addMillis,
  AuditTrail,
  Clock,
  Ids,
  localDateIn,
  monthOf,
  Outbox,
  timeZoneOf,
  UnitOfWork,
  type Instant,
  type Month,
  type SystemActor,
  systemActor,
} from '../../kernel/index.js';
import {
  OrganisationDirectory,
  scopeOfOrganisation,
  type Organisation,
} from '../../organisations/index.js';
import { outboundContent } from '../delivery/outbound-content.js';
import { OutboundLines, type OutboundLine } from '../delivery/outbound-lines.js';
import { outboundManifest } from '../delivery/outbound-manifest.js';
import { lineStartOf, outboundName, type OutboundPlace } from '../delivery/outbound-place.js';
import type { MailboxFile } from '../domain/mailbox-file.js';
import type { Flow } from '../flow/index.js';
import { flowNamed } from '../flows/index.js';
import { CalendarActs } from './calendar-ports.js';
import { FlowDeliveries } from './flow-deliveries.js';
import type { DeliverableRow } from './flow-ports.js';
import { AVAILABILITY, Mailbox, type DeliveryMark } from './mailbox-ports.js';

/** What to deliver to whom. */
export interface DeliveryOrder {
  readonly recipientId: string;
  readonly flow: string;
  readonly mode: 'P' | 'T';
  /** The month the file tells; null for a notice, told as of the recipient's day. */
  readonly period: Month | null;
  /** The notice to pass on, alone; null with a month, which tells all that is not told yet. */
  readonly noticeFileId: string | null;
  /** The act of the calendar it carries out, once; none when it comes from somewhere else. */
  readonly act?: { readonly key: string; readonly dueAt: Instant };
  /** `C` adds to the photo of the month even for who had nothing in it. */
  readonly nature?: 'C';
}

const TASK = 'delivery.make';
/** The zone where a day begins first. */
const FIRST_ZONE = timeZoneOf('NC');

/**
 * Makes the file of what a recipient has not been told yet, and puts it in its mailbox: bytes, manifest
 * and marks in one transaction, so that a repeated order finds nothing more to say.
 */
@Injectable()
export class MakeDelivery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationDirectory,
    private readonly deliveries: FlowDeliveries,
    private readonly mailbox: Mailbox,
    private readonly acts: CalendarActs,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @returns the file, or null when there is nothing to say */
  async execute(order: DeliveryOrder, correlationId: string): Promise<MailboxFile | null> {
    const flow = flowNamed(order.flow);
    const recipient = await this.organisations.byId(order.recipientId);
    if (!flow || recipient?.kind !== flow.to) throw new Error(`nobody to deliver ${order.flow} to`);
    const actor = systemActor(TASK, scopeOfOrganisation(recipient), correlationId);
    // The service itself, seeing what the recipient may see and nothing else.
    return this.unitOfWork.run(actor, async () => {
      // First of all: a delivery at the same instant waits here, and then finds the marks of this one.
      const sequence = await this.mailbox.nextSequence(recipient.id, flow.code, order.mode);
      if (order.act && !(await this.isFirst(recipient.id, order.act))) return null;
      const delivery = this.deliveries.of(flow.code);
      const changed = await delivery.changedFor(recipient, order.noticeFileId, actor);
      if (changed.length === 0) return null;
      const place = await this.placeOf(order, flow, recipient, sequence);
      if (place.nature === 'S') return this.passOn(flow, place, recipient, changed, actor);
      return this.deliver(flow, place, recipient, changed, actor);
    });
  }

  /**
   * A notice says what happened and nothing else (contract.md 3): what was told and is taken back leaves at
   * the same moment as an annulment of its month (ADR 0055).
   */
  private async passOn(
    flow: Flow,
    place: OutboundPlace,
    recipient: Organisation,
    changed: readonly DeliverableRow[],
    actor: SystemActor,
  ): Promise<MailboxFile | null> {
    const undone = changed.filter(({ told }) => told?.isUndone === true);
    const events = changed.filter((row) => !undone.includes(row));
    const notice = await this.deliver(flow, place, recipient, events, actor);
    if (undone.length === 0) return notice;
    const sequence = await this.mailbox.nextSequence(recipient.id, flow.code, place.mode);
    const period = monthOf(localDateIn(this.clock.now(), recipient.timeZone));
    const ofMonth = { ...place, nature: 'C', period, sequence } as const;
    const annulled = await this.deliver(flow, ofMonth, recipient, undone, actor);
    return notice ?? annulled;
  }

  private isFirst(organisationId: string, act: NonNullable<DeliveryOrder['act']>) {
    return this.acts.record({ organisationId, ...act });
  }

  private async placeOf(
    { mode, period, nature }: DeliveryOrder,
    { code }: Flow,
    { id, code: recipient, timeZone }: Organisation,
    sequence: number,
  ): Promise<OutboundPlace> {
    const common = { mode, sequence, recipient };
    if (period === null) {
      return { ...common, nature: 'S', period: localDateIn(this.clock.now(), timeZone) };
    }
    const isMore = nature === 'C' || (await this.mailbox.hasPhoto(id, code, mode, period));
    return { ...common, nature: isMore ? 'C' : 'I', period };
  }

  private async deliver(
    flow: Flow,
    place: OutboundPlace,
    recipient: Organisation,
    changed: readonly DeliverableRow[],
    actor: SystemActor,
  ): Promise<MailboxFile | null> {
    const { lines, marks } = this.write(flow, place, changed);
    if (lines.length === 0) return null;
    const content = await outboundContent(flow, lines);
    const id = this.ids.uuid();
    const fileName = outboundName(flow, place);
    const generatedAt = this.clock.now();
    const made = { id, flow, place, fileName, lines, content, generatedAt };
    const { mode, period, nature, sequence } = place;
    const file: MailboxFile = {
      id,
      organisationId: recipient.id,
      flow: flow.code,
      mode,
      period,
      nature,
      sequence,
      fileName,
      sha256: content.sha256,
      bytes: content.bytes,
      rows: lines.length,
      manifest: outboundManifest(made),
      availableAt: generatedAt,
      expiresAt: addMillis(generatedAt, AVAILABILITY),
      state: 'available',
      acknowledgement: null,
    };
    await this.mailbox.deliver(file, blocksOf(content.blocks), marks);
    await this.trace(file, changed.length - lines.length, actor);
    return file;
  }

  private write(
    flow: Flow,
    place: OutboundPlace,
    changed: readonly DeliverableRow[],
  ): { lines: OutboundLine[]; marks: DeliveryMark[] } {
    const writer = new OutboundLines(flow, localDateIn(this.clock.now(), FIRST_ZONE));
    const lines: OutboundLine[] = [];
    const marks: DeliveryMark[] = [];
    for (const { resourceId, edition, emitterId, told, said, row } of changed) {
      const line = writer.take(row, lineStartOf(place, told));
      if (!line) continue;
      lines.push(line);
      marks.push({ resourceId, edition, emitterId, ...(said === undefined ? {} : { said }) });
    }
    return { lines, marks };
  }

  private async trace(file: MailboxFile, withheld: number, actor: SystemActor): Promise<void> {
    await this.audit.record({
      actor,
      command: TASK,
      resource: { type: 'mailbox-file', id: file.id },
      organisationId: file.organisationId,
      effectiveOn: null,
      result: 'done',
      ...(withheld > 0 ? { detail: `withheld ${withheld}` } : {}),
    });
    await this.outbox.publish({
      name: 'mailbox-file.delivered.v1',
      organisationId: file.organisationId,
      subjectId: file.id,
      payload: {},
      correlationId: actor.correlationId,
    });
  }
}

async function* blocksOf(blocks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* blocks;
}
