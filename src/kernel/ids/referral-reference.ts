import { checkCharacter } from './check-character.js';

const SHAPE = /^ORI-(\d{4})-([0-9A-Z]{8,12})-([0-9A-Z])$/;

/**
 * Builds the reference of a referral: `ORI-2026-0A1B2C3D-G`. The check character covers year and body
 * written together without hyphens (contract.md 7).
 * @param body 8 to 12 characters `0-9A-Z`.
 * @throws RangeError when year or body has another shape.
 */
export function referralReference(year: number, body: string): string {
  const digits = String(year).padStart(4, '0');
  const reference = `ORI-${digits}-${body}-`;
  if (!SHAPE.test(`${reference}0`)) throw new RangeError('Not a year and a body of a reference');
  return reference + checkCharacter(digits + body);
}

/** True when `text` has the shape of a referral's reference and the right check character. */
export function isReferralReference(text: string): boolean {
  const [, year, body, check] = SHAPE.exec(text) ?? [];
  if (year === undefined || body === undefined) return false;
  return checkCharacter(year + body) === check;
}
