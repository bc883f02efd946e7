import type { ProblemDescription } from '../../platform/http/index.js';

/** The refusals about people, for `/problems/<code>`. */
export const PEOPLE_PROBLEMS: readonly ProblemDescription[] = [
  {
    code: 'young-person-not-found',
    status: 404,
    title: 'Jeune introuvable',
    about: 'Aucun dossier de jeune de votre organisme ne porte cet identifiant.',
  },
  {
    code: 'person-correction-invalid',
    status: 422,
    title: 'Correction à vérifier',
    about: 'Le membre « errors » dit quel champ est à corriger ; rien n’a été enregistré.',
  },
  {
    code: 'person-looks-known',
    status: 409,
    title: 'Jeune déjà connu',
    about:
      'Ainsi corrigé, le jeune aurait l’identité d’un autre dossier, que donne le membre « known ». S’il s’agit du même jeune, proposez une fusion ; si ce sont deux jeunes, désignez l’autre dans « distinctFrom ».',
  },
  {
    code: 'person-merge-not-found',
    status: 404,
    title: 'Fusion introuvable',
    about: 'Aucune fusion de dossiers de votre organisme ne porte cet identifiant.',
  },
  {
    code: 'person-merge-invalid',
    status: 422,
    title: 'Dossiers à vérifier',
    about: 'Deux dossiers différents de votre organisme sont attendus, non fusionnés déjà.',
  },
  {
    code: 'persons-said-different',
    status: 409,
    title: 'Personnes déclarées différentes',
    about: 'Quelqu’un a déjà dit que ces deux dossiers sont ceux de personnes différentes.',
  },
  {
    code: 'merge-second-person-needed',
    status: 409,
    title: 'Une seconde personne est nécessaire',
    about: 'Qui propose une fusion ne la décide pas : demandez à une autre personne habilitée.',
  },
  {
    code: 'person-merge-refused',
    status: 409,
    title: 'Action impossible maintenant',
    about:
      'La fusion a déjà été décidée ou annulée. « availableCommands » dit ce qui est possible.',
  },
];
