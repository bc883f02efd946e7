import type { ReferenceSetName } from '../../domain/reference-table.js';
import { FIELD_LABELS, fieldWords } from '../organisations/organisation-words.js';

export const REFERENCE_PATH = '/admin/referentiels';

/** What each set is called and holds. */
export const SET_WORDS: Readonly<
  Record<ReferenceSetName, { title: string; about: string; rows: readonly [string, string] }>
> = {
  organismes: {
    title: 'Organismes',
    about:
      'Missions locales, unités et instances nationales. Un organisme que le fichier ne cite pas reste tel quel ; pour en clore un, donnez-lui un dernier jour.',
    rows: ['organisme', 'organismes'],
  },
  conventions: {
    title: 'Conventions',
    about:
      'Quelle mission locale travaille avec quelle unité, et à quoi elles s’engagent. Une convention que le fichier ne cite pas reste telle quelle ; pour en finir une, donnez-lui un dernier jour.',
    rows: ['convention', 'conventions'],
  },
  couverture: {
    title: 'Communes des missions locales',
    about:
      'Quelle mission locale suit les jeunes de chaque commune. Le fichier est la couverture entière à partir d’un jour : ce qu’il ne cite pas prend fin la veille, et le passé reste. Une mission locale dont l’adresse n’est pas encore saisie prend celle du fichier, aussitôt.',
    rows: ['ligne', 'lignes'],
  },
  delais: {
    title: 'Délais',
    about:
      'Durées fixées autrement que celles livrées, pour un territoire ou un organisme, d’un jour à un autre. Une date déjà donnée ne change jamais : un délai nouveau vaut au plus tôt aujourd’hui, et celui qui vaut déjà peut seulement prendre fin.',
    rows: ['délai', 'délais'],
  },
  prerequis: {
    title: 'Prérequis',
    about:
      'Ce que chaque dispositif demande avant une orientation, d’un jour à un autre. Les codes sont ceux des échanges ; pour retirer un prérequis, donnez-lui un dernier jour : les orientations déjà faites le montrent toujours.',
    rows: ['prérequis', 'prérequis'],
  },
};

/** What ships with the program, and changes with a release only. */
export const SHIPPED_SETS: readonly (readonly [title: string, source: string, href: string])[] = [
  ['Codes des échanges', 'déclarés avec chaque format de fichier', '/echanges/formats'],
  [
    'Communes, départements, codes postaux',
    'code officiel géographique, livré avec le service',
    '',
  ],
  ['Pays de naissance', 'codes 99 de l’INSEE, livrés avec le service', ''],
  ['Jours fériés et fuseaux par territoire', 'calculés par le service', ''],
];

const LABELS: Readonly<Record<string, string>> = {
  ...FIELD_LABELS,
  duties: 'Engagements',
  missionsLocales: 'Missions locales',
  length: 'Durée',
  isAsked: 'Demandé à tous',
};

/** What a field is called. */
export function labelOf(field: string): string {
  return LABELS[field] ?? (field === '' ? 'Tout' : field);
}

/** A value, for people. */
export function wordsOf(field: string, value: string | null): string {
  return fieldWords(field, value);
}
