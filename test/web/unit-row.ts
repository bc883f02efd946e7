import type { Row } from '../exchanges/support/deposits.js';

/** A row of SUI in which all is well. */
export const RIGHT: Row = {
  identifiant_ligne: '1',
  type_ligne: 'SITUATION',
  numero_dossier_unite: 'RE-2026-00414',
  code_unite: 'RSMA-RE',
  origine_candidature: 'DIRECT',
  nom_naissance: 'N’GUESSAN',
  prenom_1: 'Jean-Baptiste',
  date_naissance: '2003-07-02',
  etat_candidature: 'RECUE',
  date_etat: '2026-10-05',
};
