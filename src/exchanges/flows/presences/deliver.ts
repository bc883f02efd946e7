import { Injectable } from '@nestjs/common';
import type { SaidRow } from '../../delivery/outbound-lines.js';
import { namingCells } from '../named-row.js';
import { DeliverServices, type TellableService } from '../told-services/deliver-services.js';
import type { PRESENCES } from './flow.js';

type Said = SaidRow<typeof PRESENCES>;

/** CEU to a mission locale: the latest month that the unit spoke of, or the one that it took back after it was told. */
@Injectable()
export class DeliverPresences extends DeliverServices<typeof PRESENCES> {
  protected override readonly part = 'CEU';

  /** The month that the mission locale knows of once it has the row. */
  protected override saidOf({ volunteer }: TellableService): string | undefined {
    return volunteer.presence?.month;
  }

  protected override rowOf(told: TellableService): Said | null {
    const naming = namingCells(told);
    const presence = told.isUndone ? told.lastPresence : told.volunteer.presence;
    const plannedEndOn = told.volunteer.plannedEndOn ?? told.lastIncorporation?.plannedEndOn;
    if (!naming || !presence || !plannedEndOn) return null;
    return {
      ...naming,
      mois: presence.month,
      en_service: presence.isInService,
      absence_longue: presence.isLongAbsent,
      date_fin_prevue: plannedEndOn,
    };
  }
}
