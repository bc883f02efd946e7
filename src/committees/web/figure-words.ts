import type { Instant } from '../../kernel/index.js';
import { frenchNumber, longDate, longInstant } from '../../platform/french/index.js';
import type { Figure } from '../domain/figures.js';
import type { Measure } from '../domain/indicators.js';
import type { Period } from '../domain/periods.js';

/** What stands for a hidden figure, on every page and in every file. */
export const HIDDEN = 'nd';

const PERCENT = new Intl.NumberFormat('fr-FR', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** `70,5 %`, `1 207`, `47 j`, `nd`. */
export function figureText({ kind }: Pick<Measure, 'kind'>, figure: Figure): string {
  if (figure.state === 'masked') return HIDDEN;
  if (figure.state !== 'shown') return '–';
  if (kind === 'count') return frenchNumber(figure.value);
  if (kind === 'median') return `${frenchNumber(figure.value)}\u00A0j`;
  return `${PERCENT.format(figure.value)}\u00A0%`;
}

/** `141 sur 200`: what a figure is of; nothing for a count. */
export function baseText(figure: Figure): string {
  if (figure.state === 'nobody') return 'sur 0';
  if (figure.state !== 'shown' || figure.of === null) return '';
  const of = `sur ${frenchNumber(figure.of)}`;
  return figure.part === null ? of : `${frenchNumber(figure.part)} ${of}`;
}

/** `2025`, `1er semestre 2026`. */
export function periodLabel({ year, isHalf }: Period): string {
  return isHalf ? `1er semestre ${year}` : String(year);
}

/** The day figures are drawn up at, and when they were frozen. */
export function cutText({ lastOn }: Period, frozenAt: Instant | null = null): string {
  const cut = `Données arrêtées au ${longDate(lastOn)}.`;
  return frozenAt === null ? cut : `${cut} Chiffres figés le ${parisTime(frozenAt)}.`;
}

/** An instant where national bodies read the clock. */
export function parisTime(instant: Instant): string {
  return `${longInstant(instant, 'Europe/Paris')} (heure de Paris)`;
}

/** What every page of figures says of what it hides. */
export const MASKING_WORDS =
  '« nd » : non diffusé. Un effectif de 1 à 10 personnes n’est pas publié, ni ce qui permettrait de le retrouver par soustraction.';

/** What to know of all figures of a period. */
export function readingNotes({ lastOn }: Period): string[] {
  return [
    MASKING_WORDS,
    `Chaque fait compte le jour où il a eu lieu ; ce qui en était connu au ${longDate(lastOn)} est retenu. Les chiffres existent par année et par premier semestre.`,
    'SMA, SMV et EPIDE n’ont pas les mêmes dénominateurs : leurs taux publiés ne se comparent pas sans précaution.',
    'Saint-Martin n’a pas de régiment, la Polynésie française n’a pas de mission locale, et les deux missions locales de Nouvelle-Calédonie relèvent de règles locales.',
  ];
}

/** Why three rates stand together. */
export const TOGETHER_WORDS =
  'Le taux officiel ne compte que les contrats menés à terme, le taux de cohorte tous les services terminés : ils se lisent ensemble, avec l’attrition.';
