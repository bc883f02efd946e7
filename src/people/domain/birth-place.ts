/** Gives the present code of a commune that merged or moved; a code it does not know comes back. */
export type PresentPlace = (code: string) => string;

/** What two places say of each other; `same-area` is the same department or collectivity. */
export type PlaceKinship = 'exact' | 'same-area' | 'different' | 'missing';

/** Civil status does not know the place (exchange.md 7.a, block I). */
const UNKNOWN_PLACE = '99999';
const ABROAD = /^99/;
const OVERSEAS = /^9[78]/;

/** True when the place is given and known. */
export function isKnownPlace(code: string | null): code is string {
  return code !== null && code !== '' && code !== UNKNOWN_PLACE;
}

/**
 * Compares two birthplaces (exchange.md 7.f rule 9): two codes of one commune of today are one place,
 * whatever merged in between; abroad only the country is known, and two countries share no area.
 */
export function comparePlaces(
  one: string | null,
  other: string | null,
  presentOf: PresentPlace,
): PlaceKinship {
  if (!isKnownPlace(one) || !isKnownPlace(other)) return 'missing';
  const [first, second] = [presentOf(one), presentOf(other)];
  if (first === second) return 'exact';
  if (ABROAD.test(first) || ABROAD.test(second)) return 'different';
  return areaOf(first) === areaOf(second) ? 'same-area' : 'different';
}

/** The same for postal codes, which are never compared with codes of communes. */
export function comparePostalCodes(one: string | null, other: string | null): PlaceKinship {
  if (!one || !other) return 'missing';
  if (one === other) return 'exact';
  return areaOf(one) === areaOf(other) ? 'same-area' : 'different';
}

/** `75`, `2A`, `974`, `988`: three characters overseas. */
function areaOf(code: string): string {
  return code.slice(0, OVERSEAS.test(code) ? 3 : 2);
}
