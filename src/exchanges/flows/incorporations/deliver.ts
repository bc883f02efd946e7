import { Injectable } from '@nestjs/common';
import type { IncorporationStatus, VolunteerState } from '../../../volunteers/index.js';
import type { SaidRow } from '../../delivery/outbound-lines.js';
import { namingCells } from '../named-row.js';
import { DeliverServices, type TellableService } from '../told-services/deliver-services.js';
import type { INCORPORATIONS } from './flow.js';

type Said = SaidRow<typeof INCORPORATIONS>;

const STATUSES: Readonly<Record<VolunteerState, IncorporationStatus>> = {
  postponed: 'REPORT',
  absent: 'ABSENT_INCORPORATION',
  'in-service': 'INCORPORE',
  exited: 'INCORPORE',
};

/** What a page may leave open and a row may not. */
const NO_TRACK = 'Non précisée';

/** INC to a mission locale: how the day of incorporation of its young people went. */
@Injectable()
export class DeliverIncorporations extends DeliverServices<typeof INCORPORATIONS> {
  protected override readonly part = 'INC';

  protected override rowOf(told: TellableService): Said | null {
    const naming = namingCells(told);
    const { state, incorporatedOn, plannedEndOn, volunteerType, track, site } = told.volunteer;
    if (!naming || !incorporatedOn || !plannedEndOn) return null;
    return {
      ...naming,
      date_incorporation: incorporatedOn,
      type_volontariat: volunteerType,
      filiere: track ?? NO_TRACK,
      date_fin_prevue: plannedEndOn,
      site,
      statut_incorporation: STATUSES[state],
    };
  }
}
