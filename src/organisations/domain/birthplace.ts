import type { CommuneDirectory } from './commune-directory.js';

/** Birthplace that civil status does not know (exchange.md 7.a, block I). */
export const UNKNOWN_BIRTHPLACE = '99999';

/** Countries by INSEE code `99xxx`, present and former. */
export type CountryNames = ReadonlyMap<string, string>;

/**
 * True for a birthplace code: a commune of the COG, even one whose code changed since (Corsica in
 * `20`, Saint-Martin in `97127`), a country `99xxx`, or `99999` unknown.
 *
 * The departments of Algeria before 1962 (`91` to `94` of that time) are not taken: nobody of the age
 * of the public served was born there, and these codes now mean communes near Paris.
 */
export function isBirthplace(
  code: string,
  communes: CommuneDirectory,
  countries: CountryNames,
): boolean {
  return code === UNKNOWN_BIRTHPLACE || countries.has(code) || communes.isKnown(code);
}

/** French name of a birthplace; nothing for an unknown code. */
export function birthplaceName(
  code: string,
  communes: CommuneDirectory,
  countries: CountryNames,
): string | undefined {
  if (code === UNKNOWN_BIRTHPLACE) return 'Lieu inconnu';
  return countries.get(code) ?? communes.nameOf(code);
}
