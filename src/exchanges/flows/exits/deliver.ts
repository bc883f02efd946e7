import { Injectable } from '@nestjs/common';
import { isDropout } from '../../../volunteers/index.js';
import type { SaidRow } from '../../delivery/outbound-lines.js';
import type { ChangedService } from '../../use-cases/changed-services.js';
import { namingCells } from '../named-row.js';
import {
  DeliverServices,
  lineOf,
  type TellableService,
} from '../told-services/deliver-services.js';
import type { EXITS } from './flow.js';

type Told = typeof EXITS;
type Said = SaidRow<Told>;

/**
 * SOR to a mission locale: who left its unit, and how to reach them as the mission locale itself knows it.
 * A medical reason is sealed apart and reads like any other.
 */
@Injectable()
export class DeliverExits extends DeliverServices<Told> {
  protected override readonly part = 'SOR';

  protected override linesOf(service: TellableService, change: ChangedService) {
    return lineOf<Told>(rowOf(service), change);
  }
}

function rowOf(told: TellableService): Said | null {
  const naming = namingCells(told);
  const exit = told.volunteer.exit ?? told.lastExit;
  const { contact } = told.person;
  if (!naming || !exit || !contact.postalCode || !contact.communeCode) return null;
  return {
    ...naming,
    adresse_voie: contact.street,
    complement_adresse: contact.addressComplement,
    code_postal: contact.postalCode,
    code_insee_residence: contact.communeCode,
    telephone: contact.phone,
    courriel: contact.email,
    qpv: contact.priorityDistrict,
    date_sortie: exit.exitedOn,
    sortie_prevue: exit.isAnnounced,
    motif_sortie: exit.reason,
    abandon: isDropout(exit),
    situation_sortie: exit.situation,
    souhaite_accompagnement: exit.wantsSupport,
    certifications: exit.certifications.length > 0 ? exit.certifications : null,
    niveau_evalue_sortie: exit.assessedLevel,
  };
}
