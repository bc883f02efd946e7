/** The beginning of a valid row of a unit, about somebody who does not exist. */
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
