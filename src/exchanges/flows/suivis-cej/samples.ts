const FIRST = {
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
  mois: '2026-11',
  cej_actif: 'O',
  cej_date_debut: '2026-09-01',
  cej_date_fin_prevue: '2027-08-31',
} as const;

/** Valid CEM rows about people who do not exist. */
export const CONTRACT_SAMPLES = [
  FIRST,
  {
    ...FIRST,
    identifiant_ligne: '2',
    reference_orientation: 'ORI-2026-7K2M9QXZ-S',
    numero_dossier_unite: '',
    identifiant_imilo: '88000002',
    origine_candidature: '',
    nom_naissance: "D'ORNANO",
    prenom_1: 'SNP',
    date_naissance: '2004-00-00',
    cej_actif: 'N',
    cej_date_fin_reelle: '2026-11-20',
    motif_fin_cej: 'INSERTION',
    fin_prolongation_estimee: '2027-01-31',
  },
] as const;
