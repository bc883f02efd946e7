import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../kernel/index.js';
import type { Actor, Instant } from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import { ExchangeFileNotFound } from '../domain/exchange-errors.js';
import type { AcknowledgementStatus, MailboxState } from '../domain/mailbox-file.js';
import type { RowDelivery } from '../domain/row-delivery.js';
import { ExchangeLedger } from './ports.js';

/** What of an outbound file comes from the caller's organisation, and what its recipient did with it. */
export interface SentPart {
  /** Id of the outbound file. */
  readonly id: string;
  readonly recipientId: string;
  readonly flow: string;
  readonly mode: 'P' | 'T';
  readonly period: string;
  readonly rows: number;
  readonly refusedRows: number;
  readonly availableAt: Instant;
  readonly state: MailboxState;
  readonly status: AcknowledgementStatus | null;
  readonly acknowledgedAt: Instant | null;
}

/** Where a page of parts starts: after this one. */
export interface SentPosition {
  readonly availableAt: Instant;
  readonly id: string;
}

/** What became of the records of an emitter. Only inside a unit of work of that emitter. */
export abstract class SentParts {
  abstract page(
    emitterId: string,
    limit: number,
    after: SentPosition | null,
  ): Promise<{ items: SentPart[]; total: number }>;
  /** Rows of a deposited file whose record went out since, by line. */
  abstract rowsOf(
    fileId: string,
    limit: number,
    afterLine: number,
  ): Promise<{ items: RowDelivery[]; total: number }>;
}

/** A part and the code of its recipient. */
export interface SentFile extends SentPart {
  readonly recipient: string;
}

/** The place of the recipients' acknowledgements (ADR) in their emitters' sight. */
@Injectable()
export class ConsultSentFiles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly parts: SentParts,
    private readonly ledger: ExchangeLedger,
    private readonly organisations: OrganisationDirectory,
  ) {}

  /** One page, the latest files first. */
  async list(
    limit: number,
    after: SentPosition | null,
    actor: Actor,
  ): Promise<{ items: SentFile[]; total: number }> {
    const { organisation } = actor;
    if (!organisation) return { items: [], total: 0 };
    const found = await this.unitOfWork.run(actor, () =>
      this.parts.page(organisation.id, limit, after),
    );
    const items: SentFile[] = [];
    for (const part of found.items) {
      const recipient = await this.organisations.byId(part.recipientId);
      items.push({ ...part, recipient: recipient?.code ?? '' });
    }
    return { items, total: found.total };
  }

  /** @throws ExchangeFileNotFound for an unknown or foreign id */
  rows(
    fileId: string,
    limit: number,
    afterLine: number,
    actor: Actor,
  ): Promise<{ items: RowDelivery[]; total: number }> {
    return this.unitOfWork.run(actor, async () => {
      if (!(await this.ledger.byId(fileId))) throw new ExchangeFileNotFound();
      return this.parts.rowsOf(fileId, limit, afterLine);
    });
  }
}
