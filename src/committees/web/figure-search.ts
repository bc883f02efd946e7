import { FormValues, type ChoiceGroup } from '../../platform/pages/index.js';
import { NATIONAL, type Place, type Places } from '../domain/places.js';
import type { Period } from '../domain/periods.js';
import { periodLabel } from './figure-words.js';

export const FIGURES_PATH = '/indicateurs';

/** What the address of the figures says, as typed. */
export interface FigureAddress {
  readonly period: string;
  readonly place: string;
}

/** Reads an address; what does not do is found out by whoever knows the periods and the places. */
export function readFigureAddress(query: unknown): FigureAddress {
  const values = new FormValues(query);
  return { period: values.text('periode'), place: values.text('perimetre') };
}

/** The period asked for, the latest when none that is over is: a link never answers an error. */
export function chosenPeriod(periods: readonly Period[], { period }: FigureAddress): Period {
  const [latest] = periods;
  const chosen = periods.find(({ code }) => code === period) ?? latest;
  if (!chosen) throw new Error('no period is over');
  return chosen;
}

/** The place asked for; the whole country when there is none such. */
export function chosenPlace(places: Places, { place }: FigureAddress): Place {
  const chosen = places.find(place) ?? places.find(NATIONAL);
  if (!chosen) throw new Error('there is no country');
  return chosen;
}

/** An address with its period, and its place when it is not the whole country. */
export function figureHref(path: string, period: Period, place?: Place): string {
  const search = new URLSearchParams({ periode: period.code });
  if (place && place.code !== NATIONAL) search.set('perimetre', place.code);
  return `${path}?${search.toString()}`;
}

export function periodChoices(periods: readonly Period[]): ChoiceGroup[] {
  const choices = periods.map((period) => ({ value: period.code, label: periodLabel(period) }));
  return [{ title: null, choices }];
}

/** The country and the agreements, then the units with their territory. */
export function placeChoices({ all }: Places): ChoiceGroup[] {
  const choice = ({ code, label, level, territory }: Place) => ({
    value: code,
    label: level === 'unit' && territory ? `${label} – ${territory}` : label,
  });
  const wide = all.filter(({ level }) => level !== 'unit');
  const units = (scheme: string) =>
    all.filter((place) => place.level === 'unit' && place.scheme === scheme);
  return [
    { title: 'Ensemble et conventions', choices: wide.map(choice) },
    { title: 'Unités du SMA, par territoire', choices: units('SMA').map(choice) },
    { title: 'Unités du SMV', choices: units('SMV').map(choice) },
  ].filter(({ choices }) => choices.length > 0);
}
