import { Injectable } from '@nestjs/common';
import {
  factsOf,
  type Incorporation,
  type IncorporationStatus,
} from '../../../volunteers/index.js';
import type { SaidRow } from '../../delivery/outbound-lines.js';
import type { ChangedService } from '../../use-cases/changed-services.js';
import { namingCells } from '../named-row.js';
import {
  DeliverServices,
  lineOf,
  type TellableService,
} from '../told-services/deliver-services.js';
import type { INCORPORATIONS } from './flow.js';

type Told = typeof INCORPORATIONS;
type Said = SaidRow<Told>;

const STATUSES: Readonly<Record<Incorporation['state'], IncorporationStatus>> = {
  postponed: 'REPORT',
  absent: 'ABSENT_INCORPORATION',
  'in-service': 'INCORPORE',
};

/** What a page may leave open and a row may not. */
const NO_TRACK = 'Non précisée';

/**
 * INC to a mission locale: how the day of incorporation of its young people went. What was told and is
 * taken back is told as it was, in a line that takes it back.
 */
@Injectable()
export class DeliverIncorporations extends DeliverServices<Told> {
  protected override readonly part = 'INC';

  protected override linesOf(service: TellableService, change: ChangedService) {
    return lineOf<Told>(rowOf(service), change);
  }
}

function rowOf(told: TellableService): Said | null {
  const naming = namingCells(told);
  const incorporation = factsOf(told.volunteer).incorporation ?? told.lastIncorporation;
  if (!naming || !incorporation) return null;
  const { state, incorporatedOn, plannedEndOn, volunteerType, track, site } = incorporation;
  if (!incorporatedOn || !plannedEndOn) return null;
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
