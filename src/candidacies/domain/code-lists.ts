import { codeList, labelOf, reasonTree } from '../../kernel/index.js';

/** What the unit decided (domain.md 3.2; codes of exchange.md 7.a). */
export const OUTCOME_CODES = codeList('code_suite', 'Suite donnée à la candidature', {
  APTE_RETENU: 'Apte – retenu',
  APTE_LISTE_ATTENTE: 'Apte – liste d’attente ou prochain contingent',
  AJOURNE: 'Ajourné, à représenter plus tard',
  INAPTE_TEMPORAIRE: 'Inaptitude médicale temporaire',
  INAPTE_DEFINITIF: 'Inaptitude médicale définitive',
  NON_RETENU_SELECTION: 'Non retenu à l’issue de la sélection',
  NON_ELIGIBLE: 'Condition non remplie',
  DOSSIER_INCOMPLET: 'Dossier incomplet',
  ABSENT: 'Absent à la convocation',
  DESISTEMENT: 'Désistement du candidat',
  REORIENTE_AUTRE: 'Réorienté vers un autre dispositif',
  SANS_OBJET: 'Sans objet (doublon, décès ou erreur)',
});
export type OutcomeCode = (typeof OUTCOME_CODES)['values'][number]['code'];

/**
 * The same on two levels, with the side they come from (ADR 0049). A medical conclusion stands with the
 * refusal that it reads like in lists (ADR 0014): its side tells nothing more.
 */
export const OUTCOME_TREE = reasonTree(OUTCOME_CODES, [
  { label: 'Retenu', side: null, codes: ['APTE_RETENU', 'APTE_LISTE_ATTENTE'] },
  { label: 'À représenter', side: 'UNITE', codes: ['AJOURNE'] },
  {
    label: 'Non retenu',
    side: 'UNITE',
    codes: ['NON_RETENU_SELECTION', 'INAPTE_TEMPORAIRE', 'INAPTE_DEFINITIF'],
  },
  { label: 'Renoncement', side: 'JEUNE', codes: ['ABSENT', 'DESISTEMENT'] },
  { label: 'Préparation', side: 'MISSION_LOCALE', codes: ['DOSSIER_INCOMPLET'] },
  { label: 'Condition ou dispositif', side: 'TIERS', codes: ['NON_ELIGIBLE', 'REORIENTE_AUTRE'] },
  { label: 'Sans objet', side: 'FORCE_MAJEURE', codes: ['SANS_OBJET'] },
]);

/**
 * What lists, exports and anyone without the right read instead of a medical outcome
 * (interface.md 0.3). A refusal after selection reads the same in lists, so that this code
 * does not give the medical ones away.
 */
export const NOT_SELECTED = 'NON_RETENU' as const;
export type ShownOutcomeCode = OutcomeCode | typeof NOT_SELECTED;

/** An outcome in words; the masked one reads like any other refusal (interface.md 0.3). */
export function outcomeLabel(code: string): string {
  return code === NOT_SELECTED ? 'Non retenu' : labelOf(OUTCOME_CODES, code);
}

/** School level from the unit's own test, never from the JDC (domain.md 3.4). */
export const ASSESSED_LEVELS = codeList('niveau_evalue', 'Niveau scolaire évalué par l’unité', {
  ILLETTRISME: 'Situation d’illettrisme',
  TRES_FAIBLE: 'Très faibles capacités',
  MEDIOCRE: 'Niveau médiocre',
  EFFICACE: 'Niveau efficace',
  NON_EVALUE: 'Non évalué',
});
export type AssessedLevel = (typeof ASSESSED_LEVELS)['values'][number]['code'];

/** Where a candidacy comes from (exchange.md 7.a, block K). */
export const ORIGINS = codeList('origine_candidature', 'Origine de la candidature', {
  ML: 'Mission locale',
  DIRECT: 'Candidature directe',
  FRANCE_TRAVAIL: 'France Travail',
  JDC: 'Journée défense et citoyenneté',
  CIRFA: 'CIRFA',
  AUTRE: 'Autre',
});
export type Origin = (typeof ORIGINS)['values'][number]['code'];

/** State of a candidacy as the files say it (exchange.md 7.a, SUI). */
export const CANDIDACY_STATES_IN_FILES = codeList('etat_candidature', 'État de la candidature', {
  RECUE: 'Reçue',
  EN_EVALUATION: 'En évaluation',
  CONVOQUEE: 'Convoquée',
  DECIDEE: 'Décidée',
  CLOSE: 'Close',
});
export type CandidacyStateInFiles = (typeof CANDIDACY_STATES_IN_FILES)['values'][number]['code'];
