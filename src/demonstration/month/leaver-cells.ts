import type { NamedLeaver, Person } from './api-answers.js';
import type { SheetRow } from './exchange-sheet.js';

type Named = Pick<Person, 'birthName' | 'firstNames' | 'birthDate'> & {
  readonly imiloId?: string | null;
};

/** The cells by which a mission locale names somebody who left a unit: PEC and DEV begin alike. */
export function leaverCells(
  structure: string,
  {
    reference,
    unitFileNumber,
    unit,
    youngPerson,
  }: Omit<NamedLeaver, 'youngPerson'> & { readonly youngPerson: Named | null },
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
