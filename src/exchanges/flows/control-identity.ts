import { describedBy, type BirthDate, type Described } from '../../people/index.js';

/** The control identity of a row, with the i-milo number it was given, if any. */
export interface ControlCells {
  readonly nom_naissance: string;
  readonly prenom_1: string;
  readonly date_naissance: string;
  readonly identifiant_imilo: string | null;
}

/** What a row says of a person: three traits, and the i-milo number. */
export function describedByControl(row: ControlCells): Described {
  const control = {
    birthName: row.nom_naissance,
    firstName1: row.prenom_1,
    birthDate: row.date_naissance as BirthDate,
  };
  return describedBy(control, row.identifiant_imilo);
}
