/** The beginning of a valid row of or to a unit, about somebody who does not exist. */
export const UNIT_SAMPLE = {
  identifiant_ligne: '1',
  type_ligne: 'SITUATION',
  reference_orientation: 'ORI-2026-0A1B2C3D-G',
  numero_dossier_unite: 'RE-2026-00412',
  code_structure: '97411S00',
  code_unite: 'RSMA-RE',
  identifiant_imilo: '88000001',
  origine_candidature: 'ML',
  nom_naissance: 'PAYET',
  prenom_1: 'Léa',
  date_naissance: '2005-03-11',
} as const;

/** What is otherwise in the row of somebody who applied directly, whom no mission locale knows. */
export const DIRECT_SAMPLE = {
  reference_orientation: '',
  numero_dossier_unite: 'RE-2026-00500',
  code_structure: '',
  identifiant_imilo: '',
  origine_candidature: 'DIRECT',
  nom_naissance: 'HOARAU',
  prenom_1: 'Yanis',
  date_naissance: '2003-07-02',
} as const;

/** Another young person of the same unit, with a name and a birth date that are hard to read. */
export const OTHER_SAMPLE = {
  reference_orientation: 'ORI-2026-7K2M9QXZ-S',
  numero_dossier_unite: 'RE-2026-00413',
  identifiant_imilo: '88000002',
  nom_naissance: "D'ORNANO",
  prenom_1: 'SNP',
  date_naissance: '2004-00-00',
} as const;
