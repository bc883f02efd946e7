/** Words no column may be named after: NIR, INE, health, beliefs, record (exchange.md 6.3, line 54). */
const FORBIDDEN_WORDS =
  /^(?:nir|nss|ssn|ine|secu|sante|cim|cim10|rqth|mdph|handicape?|religion|culte|confession|ethnie|race|diagnostics?|pathologies?|maladies?|allergies?|sigycop|medecin|psychologue|addictions?|grossesse|syndicat|casier|condamnations?)$/;
const FORBIDDEN_STARTS = /^(?:medica|psychiatr|religi|judiciair|penal|syndical|politiq|sexuel)/;
const SOCIAL_SECURITY = /securite_sociale|num(?:ero)?_ss(?:_|$)/;
/** Free text, where anything may hide; the date of an observation is only a date. */
const FREE_TEXT = /^(?!date_)(?:.*_)?(?:commentaires?|remarques?|observations?|notes?|memo)(?:_|$)/;

/** True when a label (lower case, words joined by `_`) looks like data that must never travel. */
export function isForbiddenLabel(label: string): boolean {
  if (SOCIAL_SECURITY.test(label) || FREE_TEXT.test(label)) return true;
  return label.split('_').some((word) => FORBIDDEN_WORDS.test(word) || FORBIDDEN_STARTS.test(word));
}
