import type { Indicator } from './indicators.js';
import { SIDE_WORDS } from './borrowed-words.js';
import { count, OURS, rate, shares } from './measures.js';
import { POPULATIONS, TOTAL, type Heading, type PopulationCode } from './populations.js';

const { incorporations, stock } = POPULATIONS;

/** From the incorporation to what became of those who left. */
export const SERVICE_INDICATORS: readonly Indicator[] = [
  {
    code: 'K09',
    label: 'Incorporations',
    theme: 'service',
    formula: 'Nombre de jeunes incorporés dans la période.',
    source: OURS,
    measures: [count('incorporations', TOTAL, incorporations.label)],
  },
  {
    code: 'K29',
    label: 'De l’orientation à l’incorporation',
    theme: 'service',
    formula:
      'Jours de la transmission à l’incorporation, médiane des jeunes orientés et incorporés dans la période.',
    source: OURS,
    measures: [
      {
        kind: 'median',
        label: 'Délai médian jusqu’à l’incorporation',
        delay: 'incorporation',
        population: 'incorporations',
        heading: 'incorporated-ML',
      },
    ],
  },
  {
    code: 'K10',
    label: 'Niveau scolaire à l’entrée',
    theme: 'service',
    formula:
      'Part de chaque niveau évalué par l’unité dans les incorporés de la période dont le niveau est évalué.',
    limits: 'Seul compte le test de l’unité ; celui de la JDC n’est jamais repris.',
    source: `${OURS}, niveaux scolaires évalués par l’unité`,
    measures: [
      rate('Niveau évalué', 'incorporations', ['level-assessed']),
      ...shares('incorporations', incorporations.facets[1][0].children, 'level-assessed'),
    ],
  },
  {
    code: 'K21',
    label: 'Jeunes en CEJ',
    theme: 'service',
    formula:
      'Incorporés de la période en CEJ ce jour-là ; parmi eux, encore dans l’unité, et sortis avec un CEJ prolongé.',
    limits: 'Une prolongation compte quand la mission locale l’a accordée ou confirmée.',
    source: OURS,
    measures: [
      rate('En CEJ', 'incorporations', ['cej-any']),
      rate('Encore dans l’unité', 'incorporations', ['cej-serving'], 'cej-any'),
      rate('Sortis, CEJ prolongé', 'incorporations', ['cej-extended'], 'cej-any'),
    ],
  },
  {
    code: 'K25',
    label: 'Volontaires en service',
    theme: 'service',
    formula: 'Nombre de volontaires en service le dernier jour de la période, par situation.',
    source: OURS,
    measures: [count('stock', TOTAL, stock.label), ...shares('stock', stock.facets[0])],
  },
  {
    code: 'K11',
    label: 'Attrition',
    theme: 'insertion',
    formula:
      'Sorties avant le terme et sans insertion rapportées à tous les services terminés dans la période.',
    limits:
      'Une sortie anticipée pour un emploi, une formation ou un engagement dans les armées n’en est pas une.',
    source: OURS,
    measures: [
      rate('Attrition', 'exits', ['attrition']),
      rate('dont pendant la période probatoire', 'exits', ['early-probation']),
    ],
  },
  {
    code: 'K33',
    label: 'Sorties avant le terme, par côté du motif',
    theme: 'insertion',
    formula:
      'Sorties avant le terme et sans insertion, par le côté d’où vient leur motif, rapportées à toutes celles de la période.',
    limits:
      'La force majeure est comptée avec les autres motifs : séparée, elle dirait le nombre de fins médicales.',
    source: OURS,
    measures: SIDE_WORDS.map(([side, words]) =>
      rate(
        `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
        'exits',
        [`early-probation-${side}`, `early-later-${side}`],
        'attrition',
      ),
    ),
  },
  {
    code: 'K12',
    label: 'Insertion, taux officiel',
    theme: 'insertion',
    formula:
      'Insérés à la sortie rapportés aux contrats menés à terme dans la période : les sorties avant le terme ne comptent pas.',
    limits:
      'Dénominateur des programmes budgétaires ; il ne se compare pas à celui de l’EPIDE, qui part de la fin de la période probatoire.',
    source: 'Programmes budgétaires 138 et 169',
    measures: [rate('Taux officiel', 'exits', ['completed-solved'], 'completed')],
  },
  {
    code: 'K13',
    label: 'Insertion, taux de cohorte',
    theme: 'insertion',
    formula:
      'Insérés à la sortie, à terme ou avant, rapportés à tous les services terminés dans la période.',
    source: OURS,
    measures: [rate('Taux de cohorte', 'exits', ['completed-solved', 'early-inserted'])],
  },
  {
    code: 'K14',
    label: 'Insertion durable',
    theme: 'insertion',
    formula:
      'CDI, contrat de six mois ou plus, alternance, armées ou création d’entreprise à la sortie, rapportés aux contrats menés à terme.',
    source: OURS,
    measures: [rate('Insertion durable', 'exits', ['completed-durable'], 'completed')],
  },
  {
    code: 'K27',
    label: 'Sorties préparées',
    theme: 'insertion',
    formula: 'Sorties que l’unité a annoncées avant leur jour, rapportées aux services terminés.',
    source: OURS,
    measures: [rate('Sorties annoncées', 'exits', ['end-prepared'])],
  },
  {
    code: 'K15',
    label: 'Retours dits aux missions locales',
    theme: 'returns',
    formula:
      'Abandons, sorties sans solution ou de situation non connue qui ont donné un retour, rapportés à ceux qui en demandaient un. Cible : 100 %.',
    source: OURS,
    measures: [rate('Retours dits', 'exits', ['return-told'], 'return-due')],
  },
  {
    code: 'K16',
    label: 'Reprise par la mission locale',
    theme: 'returns',
    formula:
      'Retours de la période où la mission locale a pris contact dans les quinze jours, rapportés à tous.',
    limits: 'Un retour passé à une autre mission locale compte une fois, chez elle.',
    source: OURS,
    measures: [
      rate('Contact dans les quinze jours', 'returns', ['contact-on-time']),
      rate('Sans contact', 'returns', ['contact-none']),
    ],
  },
  {
    code: 'K18',
    label: 'Candidats directs invités',
    theme: 'returns',
    formula:
      'Candidats directs non retenus pour qui une mission locale est désignée, rapportés à ceux que l’unité a enregistrés et dont la décision tombe dans la période. Cible : 100 %.',
    limits:
      'Une unité qui n’enregistre pas ses candidats directs n’y figure pas. Ceux dont l’identité est effacée, six mois après, restent comptés.',
    source: OURS,
    measures: [
      count('direct-applicants', TOTAL, POPULATIONS['direct-applicants'].label),
      rate('Invités à une mission locale', 'direct-applicants', ['direct-invited']),
      rate('Pas encore invités', 'direct-applicants', ['direct-unassigned']),
      rate('Hors du réseau des missions locales', 'direct-applicants', ['direct-outside']),
    ],
  },
  {
    code: 'K35',
    label: 'Candidats directs à affecter',
    theme: 'returns',
    formula:
      'Candidats directs pour qui l’unité doit encore choisir une mission locale le dernier jour de la période : commune qui en a plusieurs, aucune ou inconnue, ou jeune qui habite ailleurs.',
    limits:
      'Quel que soit le jour de la décision. Qui habite hors du réseau des missions locales n’attend pas d’affectation : voir K18. Le délai est celui de tout le pays.',
    source: OURS,
    measures: [
      count('direct-tray', TOTAL, POPULATIONS['direct-tray'].label),
      ...shares('direct-tray', POPULATIONS['direct-tray'].facets[0]),
    ],
  },
  {
    code: 'K19',
    label: 'Candidats directs venus à la mission locale',
    theme: 'returns',
    formula:
      'Invités que la mission locale dit avoir rencontrés ou joints avant la fin de la période, rapportés aux invités.',
    limits:
      'La mission locale ne répond que pour les jeunes qui ont accepté de lui être annoncés : qui vient avec sa seule lettre n’est pas compté.',
    source: OURS,
    measures: [
      rate(
        'En contact avec la mission locale',
        'direct-applicants',
        ['direct-reached'],
        'direct-invited',
      ),
    ],
  },
  {
    code: 'K20',
    label: 'Ce qu’ils deviennent',
    theme: 'becoming',
    formula:
      'Situation à 3, 6 et 12 mois de la sortie, des jeunes dont la question se ferme dans la période.',
    limits:
      'Au-delà de six mois, les réponses sont plus rares. Une mobilité avec LADOM compte avec les formations.',
    source: OURS,
    measures: (['M3', 'M6', 'M12'] as const).flatMap((milestone) => {
      const { code, facets } = POPULATIONS[`follow-ups-${milestone}`];
      const [known, unknown] = facets[0] as readonly [Heading, Heading];
      const after = `À ${milestone.slice(1)} mois : `;
      return shares(code as PopulationCode, [...(known.children ?? []), unknown], TOTAL, after);
    }),
  },
  {
    code: 'K28',
    label: 'Réponses au suivi',
    theme: 'becoming',
    formula: 'Situations connues rapportées aux questions closes dans la période.',
    limits: '« Le jeune n’a pas répondu » n’est pas une réponse.',
    source: OURS,
    measures: (['M3', 'M6', 'M12'] as const).map((milestone) =>
      rate(`À ${milestone.slice(1)} mois`, `follow-ups-${milestone}`, ['became-known']),
    ),
  },
];
