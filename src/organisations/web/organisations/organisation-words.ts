import { isTerritoryCode, parseLocalDate, TERRITORIES } from '../../../kernel/index.js';
import { shortDate } from '../../../platform/french/index.js';
import type { Tone } from '../../../platform/pages/index.js';
import type { Standing } from '../../domain/standing.js';

/** What is said of an organisation, by the name of its field. */
export const FIELD_LABELS: Readonly<Record<string, string>> = {
  code: 'Code',
  kind: 'Nature',
  scheme: 'Dispositif',
  name: 'Nom officiel',
  usualName: 'Nom d’usage',
  territory: 'Territoire',
  timeZone: 'Fuseau horaire',
  department: 'Département',
  siret: 'SIRET',
  street: 'Adresse',
  postalCode: 'Code postal',
  town: 'Ville',
  phone: 'Téléphone',
  serviceEmail: 'Adresse électronique du service',
  validFrom: 'Premier jour',
  validTo: 'Dernier jour',
};

export const KIND_LABELS: Readonly<Record<string, string>> = {
  'mission-locale': 'Mission locale',
  unit: 'Unité',
  national: 'Instance nationale ou régionale',
};

/** How it is told where an organisation stands. */
export const STANDING_WORDS: Readonly<Record<Standing, { label: string; tone: Tone }>> = {
  active: { label: 'En activité', tone: 'success' },
  'to-come': { label: 'À venir', tone: 'info' },
  closed: { label: 'Clos', tone: 'neutral' },
};

/** A value of a field, for people; nothing for a value that is not there. */
export function fieldWords(field: string, value: string | null): string {
  if (value === null) return '';
  if (field === 'kind') return KIND_LABELS[value] ?? value;
  if (field === 'territory' && isTerritoryCode(value)) return TERRITORIES[value].name;
  const day = field.startsWith('valid') ? parseLocalDate(value) : undefined;
  return day ? shortDate(day) : value;
}
