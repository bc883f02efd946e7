const STRUCTURE_CODE = /^(?:\d{5}|2[AB]\d{3}|NC\d{3})S\d{2}$/;
const UNIT_CODE = /^(?=.{6,14}$)(?:RSMA|SMA|SMV)-[A-Z0-9]+$/;

/**
 * True for the shape of a mission locale's structure code: that of i-milo (`97411S00`), or the code of
 * the service for the two missions locales of New Caledonia, unknown to i-milo (`NC001S00`;
 * exchange.md 7.a).
 */
export function isStructureCode(text: string): boolean {
  return STRUCTURE_CODE.test(text);
}

/**
 * True for the shape of a unit's code (`RSMA-RE`, `SMA-24`, `SMV-BREST`; domain.md 1.1 and 1.3). At
 * most 14 characters, since it stands in file names (exchange.md 7.b).
 */
export function isUnitCode(text: string): boolean {
  return UNIT_CODE.test(text);
}
