import { isAddress } from './organisation-text.js';
import type { RegisteredOrganisation } from './organisation.js';
import type { ReferenceRow } from './reference-table.js';

/** Where a mission locale is, as a coverage file says it; a street may be missing. */
export interface CoverageAddress {
  readonly street: string;
  readonly postalCode: string;
  readonly town: string;
}

const KEY = 'adresse ';

/**
 * The address in the last three cells of a line; undefined for one that no letter could be sent to. A
 * street that cannot be one is left out.
 */
export function readAddress(cells: readonly string[]): CoverageAddress | undefined {
  const [street = '', postalCode = '', town = ''] = cells.map((cell) =>
    cell.normalize('NFC').trim(),
  );
  const address = { street, postalCode: postalCode.replaceAll(/\s/g, ''), town };
  return [address, { ...address, street: '' }].find(isAddress);
}

/** Of two addresses that a file says of one mission locale, the first, unless it alone has no street. */
export function fullerAddress(
  one: CoverageAddress | undefined,
  other: CoverageAddress,
): CoverageAddress {
  return one === undefined || (one.street === '' && other.street !== '') ? other : one;
}

/**
 * The addresses that a file brings to missions locales of which the register knows none, as rows beside
 * those of the communes. One that somebody wrote, even in part, is never written over (ADR 0053).
 *
 * @param said by structure code
 */
export function addressRows(
  missionsLocales: readonly RegisteredOrganisation[],
  said: ReadonlyMap<string, CoverageAddress>,
): readonly ReferenceRow[] {
  return missionsLocales.filter(hasNoAddress).flatMap(({ code, usualName }) => {
    const address = said.get(code);
    if (address === undefined) return [];
    return [{ key: `${KEY}${code}`, label: `Adresse de ${usualName}`, values: { ...address } }];
  });
}

/** The address of a row and the structure code of its mission locale; undefined for a row of a commune. */
export function addressOf(
  row: ReferenceRow | null,
): { readonly code: string; readonly address: CoverageAddress } | undefined {
  if (!row?.key.startsWith(KEY)) return undefined;
  const { street = '', postalCode = '', town = '' } = row.values;
  return { code: row.key.slice(KEY.length), address: { street, postalCode, town } };
}

/** The organisation with an address. */
export function placedAt(
  organisation: RegisteredOrganisation,
  { street, postalCode, town }: CoverageAddress,
): RegisteredOrganisation {
  const version = organisation.version + 1;
  return { ...organisation, street: street || null, postalCode, town, version };
}

function hasNoAddress({ street, postalCode, town }: RegisteredOrganisation): boolean {
  return street === null && postalCode === null && town === null;
}
