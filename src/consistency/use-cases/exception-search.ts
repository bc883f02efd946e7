import { Injectable } from '@nestjs/common';
import { ReturnPlaces } from '../../returns/index.js';
import { overdueDays } from './overdue-days.js';
import type { ExceptionSearch } from './ports.js';

/** An organisation that may repair something. */
export interface RepairingOrganisation {
  readonly id: string;
  readonly kind: string;
}

/** What an organisation is asked about today, by its own calendar and rules of time. */
@Injectable()
export class ExceptionSearches {
  constructor(private readonly places: ReturnPlaces) {}

  /** Inside a unit of work. */
  async of({ id, kind }: RepairingOrganisation): Promise<ExceptionSearch> {
    const own = { missionLocaleId: id, unitId: id };
    const { today, book } = (await this.places.of([own]))(own);
    const side = kind === 'unit' ? 'unit' : 'mission-locale';
    return { side, organisationId: id, days: overdueDays(book, today) };
  }
}
