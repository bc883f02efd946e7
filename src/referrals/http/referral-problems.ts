import type { ProblemDescription } from '../../platform/http/index.js';

/** The refusals of referrals, for `/problems/<code>`. */
export const REFERRAL_PROBLEMS: readonly ProblemDescription[] = [
  {
    code: 'referral-not-found',
    status: 404,
    title: 'Orientation introuvable',
    about: 'Aucune orientation visible par votre organisme ne porte cet identifiant.',
  },
  {
    code: 'referral-already-open',
    status: 409,
    title: 'Orientation déjà en cours',
    about:
      'Un jeune n’a qu’une orientation en cours à la fois. Le membre « existing » donne celle qui l’est.',
  },
  {
    code: 'reference-already-used',
    status: 409,
    title: 'Référence déjà prise',
    about: 'Une autre orientation de votre mission locale porte cette référence.',
  },
  {
    code: 'referral-invalid',
    status: 422,
    title: 'Orientation à corriger',
    about: 'Des points de l’orientation ne conviennent pas. Le membre « errors » les désigne.',
  },
  {
    code: 'TRANSITION_INTERDITE',
    status: 409,
    title: 'Action impossible maintenant',
    about:
      'L’état du dossier ne permet pas cette action. « availableCommands » dit ce qui est possible.',
  },
  {
    code: 'IDENTITE_INCOHERENTE',
    status: 409,
    title: 'Identité qui ne concorde pas',
    about: 'Le numéro désigne un autre jeune que celui décrit. Vérifiez le numéro et l’identité.',
  },
  {
    code: 'HOMONYME_POSSIBLE',
    status: 409,
    title: 'Plusieurs jeunes possibles',
    about: 'Plusieurs dossiers portent ces traits. Précisez le numéro de dossier i-milo.',
  },
  {
    code: 'JUMEAUX_POSSIBLES',
    status: 409,
    title: 'Jumeaux possibles',
    about: 'Même nom et même naissance, autre prénom : vérifiez de quel jeune il s’agit.',
  },
  {
    code: 'IDENTITE_ECART',
    status: 409,
    title: 'Identité proche, autre année de naissance',
    about: 'Le numéro désigne un jeune né une autre année. Vérifiez la date de naissance.',
  },
  {
    code: 'SEXE_ECART',
    status: 409,
    title: 'Sexe différent',
    about: 'Le numéro désigne un jeune de l’autre sexe. Vérifiez le numéro et l’identité.',
  },
  {
    code: 'TROP_DE_CANDIDATS',
    status: 409,
    title: 'Trop de jeunes possibles',
    about: 'Trop de dossiers portent ces traits. Précisez le numéro de dossier i-milo.',
  },
];
