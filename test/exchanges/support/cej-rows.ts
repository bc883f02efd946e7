import type { Row } from './deposits.js';
import { ML, UNIT, type Somebody } from './emitters.js';

/** The month of somebody’s CEJ as their mission locale tells it: one that goes on unless told. */
export function cejMonth(one: Somebody, over: Row = {}): Row {
  return {
    reference_orientation: one.reference,
    code_structure: ML,
    code_unite: UNIT,
    identifiant_imilo: String(88_000_000 + one.number),
    nom_naissance: one.name,
    prenom_1: 'Léa',
    date_naissance: '2005-03-11',
    mois: '2026-11',
    cej_actif: 'O',
    cej_date_debut: '2026-09-01',
    cej_date_fin_prevue: '2027-08-31',
    ...over,
  };
}
