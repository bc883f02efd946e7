import type { Row } from './deposits.js';
import type { Somebody } from './emitters.js';

/** The cells by which every file of the unit names somebody. */
function named(one: Somebody): Row {
  const { etat_candidature: _state, date_etat: _on, ...cells } = one.answered();
  return cells;
}

/** As the unit incorporates somebody, once found fit and selected. */
export function incorporated(one: Somebody, over: Row = {}): Row {
  return {
    ...named(one),
    date_incorporation: '2026-11-20',
    type_volontariat: 'VS',
    filiere: 'Cuisine',
    date_fin_prevue: '2027-09-19',
    statut_incorporation: 'INCORPORE',
    ...over,
  };
}

/** As the unit says that somebody was there that month. */
export function present(one: Somebody, over: Row = {}): Row {
  return {
    ...named(one),
    mois: '2026-11',
    en_service: 'O',
    absence_longue: 'N',
    date_fin_prevue: '2027-09-19',
    ...over,
  };
}

/** As the unit says that somebody left; a dropout unless told. */
export function left(one: Somebody, over: Row = {}): Row {
  return {
    ...named(one),
    code_postal: '97400',
    code_insee_residence: '97411',
    telephone: '0692777777',
    date_sortie: '2026-11-27',
    sortie_prevue: 'N',
    motif_sortie: 'DEPART_SANS_AUTORISATION',
    situation_sortie: 'SANS_SOLUTION',
    souhaite_accompagnement: 'N',
    ...over,
  };
}
