const IMILO_ID = /^\d{1,10}$/;
const COMMUNE_CODE = /^(?:0[1-9]|[1-8]\d|9[0-5]|9[789]|2[AB])\d{3}$/;
const PHONE = /^(?:0[1-9]\d{8}|00(?:687|689|590|508)\d{6,9})$/;

/** True for the shape of a young person's number in i-milo: 1 to 10 digits (exchange.md 7.a, block K). */
export function isImiloId(text: string): boolean {
  return IMILO_ID.test(text);
}

/**
 * True for the shape of a commune code of the COG (`2A004`, `97411`, `98818`) or of a country of birth
 * (`99xxx`, `99999` unknown; exchange.md 7.a, block I). Whether the place exists is for the reference
 * data to say.
 */
export function isCommuneCodeShape(text: string): boolean {
  return COMMUNE_CODE.test(text);
}

/**
 * True for a telephone number as the files carry it: French, or of New Caledonia, French Polynesia,
 * Guadeloupe and Saint-Pierre-et-Miquelon behind `00`. No leading `+`, which a spreadsheet would take
 * for a formula (exchange.md 7.a, block C).
 */
export function isPhone(text: string): boolean {
  return PHONE.test(text);
}
