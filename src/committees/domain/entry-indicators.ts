import type { Indicator } from './indicators.js';
import { OUTCOME_SIDES } from './borrowed-words.js';
import { count, OURS, rate, shares } from './measures.js';
import { POPULATIONS, TOTAL } from './populations.js';

const { referrals, decisions } = POPULATIONS;
const [fit, ...otherOutcomes] = decisions.facets[0];

/** From the referral to the answer of the unit. */
export const ENTRY_INDICATORS: readonly Indicator[] = [
  {
    code: 'K01',
    label: 'Orientations transmises',
    theme: 'referrals',
    formula: 'Nombre d’orientations qu’une mission locale a transmises dans la période.',
    source: OURS,
    measures: [
      count('referrals', TOTAL, referrals.label),
      ...shares('referrals', referrals.facets[1]),
    ],
  },
  {
    code: 'K26',
    label: 'Prérequis complets à l’orientation',
    theme: 'referrals',
    formula:
      'Orientations dont sont réunis tous les prérequis que le dispositif exigeait ce jour-là, rapportées aux orientations transmises.',
    limits:
      'Les prérequis exigés de tous sont ceux du référentiel en vigueur à la date de l’orientation ; ceux qui aident sans être exigés ne comptent pas.',
    source: OURS,
    measures: [rate('Prérequis complets', 'referrals', ['prerequisites-all'])],
  },
  {
    code: 'K03',
    label: 'Accusés de réception',
    theme: 'referrals',
    formula:
      'Orientations transmises dans la période et accusées réception dans les sept jours, rapportées à toutes ; délai médian de celles qui le sont.',
    source: OURS,
    measures: [
      rate('Accusées réception dans les sept jours', 'referrals', ['receipt-on-time']),
      rate('Accusées réception, quel que soit le délai', 'referrals', ['receipt-given']),
      {
        kind: 'median',
        label: 'Délai médian jusqu’à l’accusé de réception',
        delay: 'receipt',
        population: 'referrals',
        heading: 'receipt-given',
      },
    ],
  },
  {
    code: 'K24',
    label: 'Séances d’information',
    theme: 'referrals',
    formula:
      'Séances d’information tenues dans la période et jeunes qui y étaient inscrits ; parmi les inscrits, ceux qui sont venus.',
    limits:
      'Une séance annulée ne compte pas. Un jeune inscrit à deux séances compte deux fois. Une présence non pointée n’est pas une absence. Les nombres de séances sont masqués comme ceux de personnes.',
    source: OURS,
    measures: [
      count('sessions', TOTAL, POPULATIONS.sessions.label),
      count('registrations', TOTAL, POPULATIONS.registrations.label),
      ...shares('registrations', POPULATIONS.registrations.facets[0]),
    ],
  },
  {
    code: 'K02',
    label: 'Part des missions locales',
    theme: 'decisions',
    formula:
      'Candidats orientés par une mission locale rapportés à tous les candidats dont la suite est décidée ; de même parmi les incorporés.',
    limits: 'Repères publics : 25 % au SMV en 2022, environ la moitié à Mayotte en 2018.',
    source: OURS,
    measures: [
      rate('Parmi les candidatures décidées', 'decisions', ['origin-ML']),
      rate('Parmi les incorporés', 'incorporations', ['incorporated-ML']),
    ],
  },
  {
    code: 'K04',
    label: 'Délai de réponse',
    theme: 'decisions',
    formula:
      'Jours de la transmission à la décision, médiane des orientations décidées dans la période.',
    source: OURS,
    measures: [
      {
        kind: 'median',
        label: 'Délai médian de réponse',
        delay: 'answer',
        population: 'decisions',
        heading: 'origin-ML',
      },
    ],
  },
  {
    code: 'K31',
    label: 'Silences et réponses tardives',
    theme: 'decisions',
    formula:
      'Orientations dont le trentième jour tombe dans la période et qui ne sont pas retirées : répondues à temps, plus tard, ou sans réponse au dernier jour de la période.',
    limits:
      'Un silence n’est jamais un refus : il n’est compté ni dans les suites données ni dans le taux de sélection. Une réponse tardive y entre à sa date.',
    source: OURS,
    measures: [
      count('answers', TOTAL, POPULATIONS.answers.label),
      rate('Répondues dans les trente jours', 'answers', ['answered-in-time']),
      rate('Répondues plus tard', 'answers', ['answered-late']),
      rate('Sans réponse', 'answers', ['answered-not']),
    ],
  },
  {
    code: 'K34',
    label: 'Silences en cours',
    theme: 'decisions',
    formula:
      'Orientations qui attendaient une réponse de l’unité le dernier jour de la période, selon les jours depuis la transmission.',
    limits:
      'Les délais sont ceux de tout le pays, même où un territoire a choisi les siens. Un silence n’est jamais un refus. Une orientation retirée, ou dite sans réponse, n’est plus comptée à partir de ce jour.',
    source: OURS,
    measures: [
      count('silences', TOTAL, POPULATIONS.silences.label),
      ...shares('silences', POPULATIONS.silences.facets[0]),
    ],
  },
  {
    code: 'K32',
    label: 'Candidatures sans incorporation, par côté du motif',
    theme: 'decisions',
    formula:
      'Suites données dans la période qui ne sont pas « apte », par le côté d’où vient leur motif, rapportées aux candidatures décidées.',
    limits:
      'Les conclusions médicales sont comptées avec les autres refus, du côté de l’unité : rien ne les distingue ici.',
    source: OURS,
    measures: OUTCOME_SIDES.map(([, label, headings]) => rate(label, 'decisions', headings)),
  },
  {
    code: 'K06',
    label: 'Taux de sélection',
    theme: 'decisions',
    formula: 'Candidats aptes et retenus rapportés aux candidatures décidées dans la période.',
    source: OURS,
    measures: [rate('Retenus', 'decisions', ['outcome-APTE_RETENU'])],
  },
  {
    code: 'K05',
    label: 'Suites données',
    theme: 'decisions',
    formula: 'Part de chaque suite dans les candidatures décidées dans la période.',
    limits:
      '« Non retenus » comprend les conclusions médicales et les refus après sélection, qui ne sont pas distingués par unité.',
    source: `${OURS}, codes de la réponse de l’unité`,
    measures: [
      count('decisions', TOTAL, decisions.label),
      ...shares('decisions', [...fit.children, ...otherOutcomes]),
    ],
  },
  {
    code: 'K07',
    label: 'Inaptitude médicale',
    theme: 'decisions',
    formula:
      'Conclusions d’inaptitude rapportées aux candidats dont l’aptitude est décidée (aptes et inaptes), dans la période.',
    limits: 'Donnée de santé : nationale seulement, à partir de vingt personnes.',
    source: `${OURS}, confidentialité des conclusions médicales`,
    measures: [{ kind: 'medical', label: 'Inaptes, ensemble national' }],
  },
  {
    code: 'K08',
    label: 'Absences et désistements',
    theme: 'decisions',
    formula:
      'Candidats absents ou désistés rapportés à ceux dont la convocation tombe dans la période.',
    source: OURS,
    measures: [rate('Absents ou désistés', 'convocations', ['convoked-lost'])],
  },
];
