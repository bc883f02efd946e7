import { DIRECT_SAMPLE, UNIT_SAMPLE } from '../unit-block/samples.js';

const FIRST = {
  ...UNIT_SAMPLE,
  adresse_voie: '12 rue des Manguiers',
  code_postal: '97400',
  code_insee_residence: '97411',
  telephone: '0692000000',
  date_sortie: '2026-11-20',
  sortie_prevue: 'N',
  motif_sortie: 'RESILIATION_DEMANDE',
  abandon: 'O',
  situation_sortie: 'SANS_SOLUTION',
  souhaite_accompagnement: 'O',
  certifications: 'PSC1|PERMIS_B',
  niveau_evalue_sortie: 'EFFICACE',
} as const;

/** Valid SOR rows about people who do not exist. */
export const EXIT_SAMPLES = [
  FIRST,
  {
    ...FIRST,
    identifiant_ligne: '2',
    ...DIRECT_SAMPLE,
    adresse_voie: '',
    telephone: '',
    sortie_prevue: 'O',
    motif_sortie: 'FIN_CONTRAT',
    abandon: '',
    situation_sortie: 'CDI',
    souhaite_accompagnement: 'N',
    certifications: '',
    niveau_evalue_sortie: '',
  },
] as const;
