import type { NamedLeaver } from './api-answers.js';
import type { SheetRow } from './exchange-sheet.js';

/** The cells by which a mission locale names somebody who left a unit: PEC and DEV begin alike. */
export function leaverCells(
  structure: string,
  { reference, unitFileNumber, unit, youngPerson }: NamedLeaver,
): SheetRow {
  return {
    reference_orientation: reference ?? '',
    numero_dossier_unite: unitFileNumber ?? '',
    code_structure: structure,
    code_unite: unit.code,
    identifiant_imilo: youngPerson?.imiloId ?? '',
    origine_candidature: reference === null ? '' : 'ML',
    nom_naissance: youngPerson?.birthName ?? '',
    prenom_1: youngPerson?.firstNames[0] ?? '',
    date_naissance: youngPerson?.birthDate ?? '',
  };
}
