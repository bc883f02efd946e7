import {
  contractedUntil,
  isActive,
  standingAt,
  type ToldContractRecord,
} from '../../../cej/index.js';
import { lastDay, type Month } from '../../../kernel/index.js';
import type { PersonRecord } from '../../../people/index.js';
import type { SaidRow } from '../../delivery/outbound-lines.js';
import type { SUIVIS_CEJ } from './flow.js';

type Said = SaidRow<typeof SUIVIS_CEJ>;

/** A contract and what a row needs besides. */
export interface TellableContract {
  readonly told: ToldContractRecord;
  readonly person: PersonRecord;
  readonly missionLocaleCode: string;
  readonly unitCode: string;
  readonly month: Month;
}

/**
 * The row that tells a unit of a CEJ at the end of a month: dates, and never why it ended (F18). None
 * where it ended since: told without its end it would count as told, and the end would never be.
 */
export function rowOfContract({ told, person, month, ...codes }: TellableContract): Said | null {
  const { contract, services, reference, unitFileNumber } = told;
  const { imiloId, identity } = person;
  const on = lastDay(month);
  const end = contract.end?.endedOn ?? null;
  if (!imiloId || contract.startsOn > on || (end !== null && end > on)) return null;
  const standing = standingAt(contract, services, on);
  return {
    reference_orientation: reference,
    numero_dossier_unite: unitFileNumber,
    code_structure: codes.missionLocaleCode,
    code_unite: codes.unitCode,
    identifiant_imilo: imiloId,
    origine_candidature: null,
    nom_naissance: identity.birthName,
    prenom_1: identity.firstNames[0] ?? 'SNP',
    date_naissance: identity.birthDate,
    mois: month,
    cej_actif: end === null && isActive(standing),
    cej_date_debut: contract.startsOn,
    cej_date_fin_prevue: contractedUntil(contract),
    cej_date_fin_reelle: end,
    motif_fin_cej: null,
    fin_prolongation_estimee: standing.extension?.until ?? null,
  };
}

/**
 * What the row says that changes with time or with the service, and no act on the contract: that it runs at
 * the end of the month, and until when the service makes it last.
 */
export function movingPartOf(row: Said): string {
  return JSON.stringify([row.cej_actif, row.fin_prolongation_estimee]);
}
