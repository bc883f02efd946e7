import { addDays, monthOf, parseLocalDate, type LocalDate } from '../../kernel/index.js';
import type { Page, ServiceAnswer } from './api-answers.js';
import type { SheetRow } from './exchange-sheet.js';
import type { PartnerClient } from './partner-client.js';
import type { PlayedRow } from './play-sheet.js';

/** Services that a unit tells of in one month: few, so that a report reads at a glance. */
const MOST = 12;

/** The services of a unit, with a number of file and begun by the end of a month. */
export async function servicesOf(
  partner: PartnerClient,
  state: 'in-service' | 'exited',
  period: string,
): Promise<readonly ServiceAnswer[]> {
  const path = `/api/v1/volunteers?state=${state}&limit=100`;
  const { items } = await partner.get<Page<ServiceAnswer>>(path);
  return items
    .filter(({ unitFileNumber, incorporatedOn }) => {
      const begun = parseLocalDate(incorporatedOn ?? '');
      return unitFileNumber !== null && begun !== undefined && monthOf(begun) <= period;
    })
    .slice(0, MOST);
}

/** INC: each as the unit told it; one that would end before it began, mended when it comes back. */
export function incorporationRows(services: readonly ServiceAnswer[]): PlayedRow[] {
  return services.map((service, index): PlayedRow => {
    const right = {
      ...beginningOf(service),
      date_incorporation: service.incorporatedOn ?? '',
      type_volontariat: service.volunteerType,
      filiere: service.track ?? '',
      date_fin_prevue: service.plannedEndOn ?? '',
      site: service.site ?? '',
      statut_incorporation: 'INCORPORE',
    };
    const begun = parseLocalDate(right.date_incorporation);
    const wrong = { ...right, date_fin_prevue: begun ? addDays(begun, -1) : '' };
    return { sent: index === 0 ? wrong : right, right };
  });
}

/** CEU: everyone in service that month; one away for long, without a reason. */
export function presenceRows(services: readonly ServiceAnswer[], period: string): PlayedRow[] {
  return services.map((service, index): PlayedRow => {
    const row = {
      ...beginningOf(service),
      mois: period,
      en_service: 'O',
      absence_longue: index === 1 ? 'O' : 'N',
      date_fin_prevue: service.plannedEndOn ?? '',
    };
    return { sent: row, right: row };
  });
}

/** SOR: those who left, as the unit told it; one said to be a dropout and not to be one. */
export function exitRows(services: readonly ServiceAnswer[]): PlayedRow[] {
  return services.flatMap((service, index): PlayedRow[] => {
    const { exit } = service;
    if (!exit) return [];
    const right = {
      ...beginningOf(service),
      ...contactOf(service),
      date_sortie: exit.exitedOn,
      sortie_prevue: yesOrNo(exit.isAnnounced),
      motif_sortie: exit.reason,
      abandon: yesOrNo(exit.isDropout),
      situation_sortie: exit.situation,
      souhaite_accompagnement: yesOrNo(exit.wantsSupport),
      certifications: exit.certifications.join('|'),
      niveau_evalue_sortie: exit.assessedLevel ?? '',
    };
    const wrong = { ...right, abandon: yesOrNo(!exit.isDropout) };
    return [{ sent: index === 0 ? wrong : right, right }];
  });
}

/** SOR, as a notice: somebody leaves before the end, told at once so that nobody is lost. */
export function dropoutRow(service: ServiceAnswer, today: LocalDate): SheetRow {
  return {
    ...beginningOf(service),
    ...contactOf(service),
    date_sortie: addDays(today, -1),
    sortie_prevue: 'N',
    motif_sortie: 'RESILIATION_DEMANDE',
    abandon: 'O',
    situation_sortie: 'SANS_SOLUTION',
    souhaite_accompagnement: 'O',
  };
}

function beginningOf(service: ServiceAnswer): SheetRow {
  const { youngPerson, missionLocale } = service;
  return {
    reference_orientation: service.reference ?? '',
    numero_dossier_unite: service.unitFileNumber ?? '',
    code_structure: missionLocale?.code ?? '',
    code_unite: service.unit.code,
    identifiant_imilo: youngPerson?.imiloId ?? '',
    origine_candidature: service.origin,
    nom_naissance: youngPerson?.birthName ?? '',
    prenom_1: youngPerson?.firstNames[0] ?? '',
    date_naissance: youngPerson?.birthDate ?? '',
  };
}

function contactOf({ youngPerson }: ServiceAnswer): SheetRow {
  return {
    code_postal: youngPerson?.address.postalCode ?? '',
    code_insee_residence: youngPerson?.address.communeCode ?? '',
  };
}

function yesOrNo(value: boolean): 'O' | 'N' {
  return value ? 'O' : 'N';
}
