import { UNIT_SAMPLE } from '../unit-block/samples.js';

const FIRST = {
  ...UNIT_SAMPLE,
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
