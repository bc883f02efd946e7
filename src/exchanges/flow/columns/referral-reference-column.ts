import { isReferralReference } from '../../../kernel/index.js';
import { whole } from '../character-ranges.js';
import { column } from '../column.js';
import type { Column, ColumnOptions } from '../column.js';
import { textReader } from './text-column.js';

const PATTERN = 'ORI-[0-9]{4}-[0-9A-Z]{8,12}-[0-9A-Z]';

/** The reference of a referral, with its check character (contract.md 7). */
export function referralReferenceColumn<const H extends string, const R extends boolean = false>(
  options: ColumnOptions<H, R>,
): Column<H, string, R> {
  const expected = 'une référence comme ORI-2026-0A1B2C3D-G';
  return column(options, {
    shape: { kind: 'referral-reference', pattern: whole(PATTERN) },
    expected,
    compile: () => {
      const read = textReader({ pattern: PATTERN, maxLength: 24, expected });
      return (text, faults) => {
        const reference = read(text, faults);
        if (reference === undefined || isReferralReference(reference)) return reference;
        faults.report('constraint-error', { precision: 'CLE_CONTROLE' });
        return undefined;
      };
    },
    write: (reference) => reference,
  });
}
