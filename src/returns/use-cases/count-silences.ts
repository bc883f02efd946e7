import { Injectable } from '@nestjs/common';
import { Clock, localDateIn, systemActor, UnitOfWork } from '../../kernel/index.js';
import { scopeOfOrganisation, type Organisation } from '../../organisations/index.js';
import { silenceFigure } from '../domain/silence.rules.js';
import { Silences } from './silence-ports.js';

/**
 * Keeps for the association of the region what it may know of the silence of a mission locale. The
 * figure is counted where the returns may be read, and is all that leaves (ADR 0037).
 */
@Injectable()
export class CountSilences {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly silences: Silences,
    private readonly clock: Clock,
  ) {}

  /** @returns how many returns of the mission locale are silent up to the region. */
  execute(missionLocale: Organisation, correlationId: string): Promise<number> {
    const scope = scopeOfOrganisation(missionLocale);
    const actor = systemActor('count-silences', scope, correlationId);
    const at = this.clock.now();
    const today = localDateIn(at, missionLocale.timeZone);
    return this.unitOfWork.run(actor, async () => {
      const silent = await this.silences.count(today);
      await this.silences.keep(missionLocale.id, silenceFigure(silent, today), at);
      return silent.count;
    });
  }
}
