import { Injectable } from '@nestjs/common';
import { Clock, localDateIn } from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import type { OfferSheet } from '../domain/offer-sheet.js';
import { toCome } from '../domain/sheet.rules.js';
import type { SheetView } from './sheet.view.js';

/** Turns sheets into what the API answers: an incorporation that is over is announced no more. */
@Injectable()
export class SheetPresenter {
  constructor(
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  /** One view per sheet, in order. */
  views(sheets: readonly OfferSheet[]): Promise<SheetView[]> {
    return Promise.all(sheets.map((sheet) => this.view(sheet)));
  }

  /** The view of one sheet. */
  async view({ unitId, ...sheet }: OfferSheet): Promise<SheetView> {
    const unit = await this.organisations.byId(unitId);
    const today = localDateIn(this.clock.now(), unit?.timeZone ?? 'Europe/Paris');
    return {
      id: sheet.id,
      unit: { code: unit?.code ?? '', name: unit?.usualName ?? '' },
      territory: unit?.territory ?? '',
      number: sheet.number,
      state: sheet.state,
      tracks: sheet.tracks,
      conditions: sheet.conditions,
      contactService: sheet.contactService,
      contactPhone: sheet.contactPhone,
      contactEmail: sheet.contactEmail,
      incorporations: toCome(sheet.incorporations, today),
      publishedAt: sheet.publishedAt,
      replacedAt: sheet.replacedAt,
    };
  }
}
