import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Actor } from '../../kernel/index.js';
import { SheetNotFound } from '../domain/errors.js';
import type { OfferSheet } from '../domain/offer-sheet.js';
import { OfferSheets, type SheetFilter, type SheetPosition } from './ports.js';

/** Most sheets on one page: there are fewer units. */
export const MOST_SHEETS = 100;

/** Reads sheets. They name nobody: the journal tells nothing of it. */
@Injectable()
export class ConsultSheets {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sheets: OfferSheets,
  ) {}

  page(
    filter: SheetFilter,
    limit: number,
    after: SheetPosition | null,
    actor: Actor,
  ): Promise<{ items: OfferSheet[]; total: number }> {
    return this.unitOfWork.read(actor, () => this.sheets.page(filter, limit, after));
  }

  /** @throws SheetNotFound for an unknown id, and for a replaced one of another organisation */
  one(id: string, actor: Actor): Promise<OfferSheet> {
    return this.unitOfWork.read(actor, async () => {
      const sheet = await this.sheets.byId(id);
      if (!sheet) throw new SheetNotFound();
      return sheet;
    });
  }

  /** Every version the caller may read of a unit, the latest first. */
  versionsOf(unitId: string, actor: Actor): Promise<OfferSheet[]> {
    return this.unitOfWork.read(actor, () => this.sheets.versionsOf(unitId));
  }
}
