import { ASSESSED_WORDS, OUTCOME_WORDS } from './borrowed-words.js';
import { becoming, ended, leaf, TOTAL, type Heading, type Population } from './headings.js';

export { TOTAL, type Heading, type Population } from './headings.js';

/** Every population, by its code. */
export const POPULATIONS = {
  referrals: {
    code: 'referrals',
    label: 'Orientations transmises',
    facets: [
      [
        {
          id: 'receipt-given',
          label: 'Accusées réception par l’unité',
          children: [
            leaf('receipt-on-time', 'Dans les sept jours'),
            leaf('receipt-late', 'Plus tard'),
          ],
        },
        leaf('receipt-none', 'Sans accusé de réception'),
      ],
      [
        leaf('answer-given', 'Avec une réponse de l’unité'),
        leaf('answer-waited', 'En attente d’une réponse'),
        leaf('answer-lapsed', 'Sans réponse, closes'),
        leaf('answer-withdrawn', 'Retirées'),
      ],
      [
        leaf('prerequisites-all', 'Prérequis complets'),
        leaf('prerequisites-some', 'Prérequis incomplets'),
      ],
    ],
  },
  answers: {
    code: 'answers',
    label: 'Orientations dont le délai de réponse est passé',
    facets: [
      [
        {
          id: 'answered',
          label: 'Avec une réponse de l’unité',
          children: [
            leaf('answered-in-time', 'Répondues dans les trente jours'),
            leaf('answered-late', 'Répondues plus tard'),
          ],
        },
        leaf('answered-not', 'Sans réponse'),
      ],
    ],
  },
  silences: {
    code: 'silences',
    label: 'Orientations sans réponse le dernier jour',
    facets: [
      [
        leaf('silence-quiet', 'Depuis moins de dix jours'),
        leaf('silence-reminded', 'De dix à dix-neuf jours : recruteurs relancés'),
        leaf('silence-manager', 'De vingt à vingt-neuf jours : commandement averti'),
        leaf('silence-freed', 'Trente jours ou plus : orientation possible ailleurs'),
      ],
    ],
  },
  decisions: {
    code: 'decisions',
    label: 'Candidatures décidées',
    facets: [
      [
        {
          id: 'outcome-fit',
          label: 'Aptes',
          children: [
            leaf('outcome-APTE_RETENU', 'Aptes – retenus'),
            leaf('outcome-APTE_LISTE_ATTENTE', 'Aptes – liste d’attente'),
          ],
        },
        leaf('outcome-refused', 'Non retenus'),
        ...OUTCOME_WORDS.map(([code, label]) => leaf(`outcome-${code}`, label)),
      ],
      [
        leaf('origin-ML', 'Orientés par une mission locale'),
        leaf('origin-other', 'Venus autrement'),
      ],
    ],
  },
  convocations: {
    code: 'convocations',
    label: 'Candidats convoqués',
    facets: [
      [
        leaf('convoked-kept', 'Venus, ou dont la suite est à venir'),
        leaf('convoked-lost', 'Absents ou désistés'),
      ],
    ],
  },
  incorporations: {
    code: 'incorporations',
    label: 'Jeunes incorporés',
    facets: [
      [
        leaf('incorporated-ML', 'Orientés par une mission locale'),
        leaf('incorporated-other', 'Venus autrement'),
      ],
      [
        {
          id: 'level-assessed',
          label: 'Niveau évalué par l’unité',
          children: ASSESSED_WORDS.map(([code, label]) => leaf(`level-${code}`, label)),
        },
        leaf('level-NON_EVALUE', 'Niveau non évalué'),
      ],
      [
        {
          id: 'cej-any',
          label: 'En CEJ le jour de l’incorporation',
          children: [
            leaf('cej-serving', 'En CEJ, encore dans l’unité'),
            {
              id: 'cej-gone',
              label: 'En CEJ, sortis',
              children: [
                leaf('cej-extended', 'En CEJ, sortis, CEJ prolongé'),
                leaf('cej-left', 'En CEJ, sortis, sans prolongation confirmée'),
              ],
            },
          ],
        },
        leaf('cej-none', 'Sans CEJ'),
      ],
    ],
  },
  exits: {
    code: 'exits',
    label: 'Services terminés',
    facets: [
      [
        {
          id: 'completed',
          label: 'Contrats menés à terme',
          children: [
            {
              id: 'completed-solved',
              label: 'À terme, insérés',
              children: [
                leaf('completed-durable', 'À terme, en insertion durable'),
                leaf('completed-inserted', 'À terme, en insertion non durable'),
              ],
            },
            leaf('completed-unsolved', 'À terme, sans solution'),
            leaf('completed-unknown', 'À terme, situation non connue'),
          ],
        },
        {
          id: 'early',
          label: 'Sorties avant le terme',
          children: [
            leaf('early-inserted', 'Avant le terme, pour une insertion'),
            {
              id: 'attrition',
              label: 'Avant le terme, sans insertion',
              children: [
                ended('early-probation', 'Pendant la période probatoire'),
                ended('early-later', 'Après la période probatoire'),
              ],
            },
          ],
        },
      ],
      [
        leaf('end-prepared', 'Sortie annoncée avant son jour'),
        leaf('end-untold', 'Sortie non annoncée'),
      ],
      [
        {
          id: 'return-due',
          label: 'Abandons, sans solution ou situation non connue',
          children: [
            leaf('return-told', 'Retour dit à la mission locale'),
            leaf('return-missing', 'Sans retour'),
          ],
        },
        leaf('return-undue', 'Sans retour à faire'),
      ],
    ],
  },
  returns: {
    code: 'returns',
    label: 'Retours vers les missions locales',
    facets: [
      [
        leaf('contact-on-time', 'Contact dans les quinze jours'),
        leaf('contact-late', 'Contact plus tard'),
        leaf('contact-none', 'Sans contact'),
      ],
    ],
  },
  'direct-applicants': {
    code: 'direct-applicants',
    label: 'Candidats directs non retenus',
    facets: [
      [
        {
          id: 'direct-invited',
          label: 'Invités à une mission locale',
          children: [
            leaf('direct-reached', 'Invités, en contact avec la mission locale'),
            leaf('direct-unreached', 'Invités, sans contact connu'),
          ],
        },
        {
          id: 'direct-uninvited',
          label: 'Sans mission locale désignée',
          children: [
            leaf('direct-unassigned', 'Pas encore invités'),
            leaf('direct-outside', 'Hors du réseau des missions locales'),
          ],
        },
      ],
    ],
  },
  'direct-tray': {
    code: 'direct-tray',
    label: 'Candidats directs sans mission locale le dernier jour',
    facets: [
      [
        leaf('tray-fresh', 'À affecter depuis moins de quinze jours'),
        leaf('tray-late', 'À affecter depuis quinze jours ou plus'),
      ],
    ],
  },
  sessions: {
    code: 'sessions',
    label: 'Séances d’information tenues',
    facets: [
      [
        leaf('session-ticked', 'Présences toutes pointées'),
        leaf('session-unticked', 'Présences à pointer'),
      ],
    ],
  },
  registrations: {
    code: 'registrations',
    label: 'Inscrits aux séances tenues',
    facets: [
      [
        leaf('registered-came', 'Venus'),
        leaf('registered-absent', 'Absents ou excusés'),
        leaf('registered-unticked', 'Présence non pointée'),
      ],
    ],
  },
  'follow-ups-M3': becoming('M3', '3 mois'),
  'follow-ups-M6': becoming('M6', '6 mois'),
  'follow-ups-M12': becoming('M12', '12 mois'),
  stock: {
    code: 'stock',
    label: 'Volontaires en service le dernier jour',
    facets: [
      [
        leaf('stock-probation', 'En période probatoire'),
        leaf('stock-serving', 'En service'),
        leaf('stock-ending', 'À moins de deux mois de la fin prévue'),
      ],
    ],
  },
} as const satisfies Record<string, Population>;

export type PopulationCode = keyof typeof POPULATIONS;

export const POPULATION_CODES = Object.keys(POPULATIONS) as PopulationCode[];

/** All headings of a population, the total first. */
export function headingsOf(population: Population): Heading[] {
  const below = (heading: Heading): Heading[] => [
    heading,
    ...(heading.children ?? []).flatMap(below),
  ];
  return [{ id: TOTAL, label: population.label }, ...population.facets.flat().flatMap(below)];
}
