import { birthplaceName, UNKNOWN_BIRTHPLACE, type CountryNames } from './birthplace.js';
import type { CommuneDirectory } from './commune-directory.js';

/** A name of a place without accents, case, hyphens nor abbreviations of `Saint`. */
export function placeNameKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()
    .replace(/\b(ST|STE)(?= )/g, (short) => (short === 'ST' ? 'SAINT' : 'SAINTE'));
}

/**
 * The INSEE codes of the places a person may mean: a code, a commune (`Saint-Denis`, `Saint-Denis
 * (974)`), a country, `inconnu`. Several when the name alone does not tell them apart.
 */
export function placesMeant(
  text: string,
  communes: CommuneDirectory,
  countries: CountryNames,
): readonly string[] {
  const typed = text.trim().toUpperCase();
  if (/^(\d{5}|2[AB]\d{3})$/.test(typed)) return [typed];
  const [, name = '', department] = /^(.*?)(?:\s*\(?\s*(\d{2,3}|2[AB])\s*\)?)?$/.exec(typed) ?? [];
  const found = communes
    .named(name)
    .filter((code) => department === undefined || communes.departmentOf(code) === department);
  if (found.length > 0) return found;
  const key = placeNameKey(typed);
  if (key === 'INCONNU' || key === 'LIEU INCONNU') return [UNKNOWN_BIRTHPLACE];
  const abroad = [...countries].filter(([, country]) => placeNameKey(country) === key);
  return abroad.map(([code]) => code);
}

/** A place as somebody reads it, a commune with its department; its code when it has no name. */
export function placeName(
  code: string,
  communes: CommuneDirectory,
  countries: CountryNames,
): string {
  const name = birthplaceName(code, communes, countries) ?? code;
  const department = communes.departmentOf(code);
  return department === undefined ? name : `${name} (${department})`;
}

/** A place as somebody may type it and be understood; its code when its name is not enough. */
export function placeText(
  code: string,
  communes: CommuneDirectory,
  countries: CountryNames,
): string {
  const text = placeName(code, communes, countries);
  const [meant, ...others] = placesMeant(text, communes, countries);
  return meant === code && others.length === 0 ? text : code;
}
