import { NAME, whole } from '../character-ranges.js';
import { column } from '../column.js';
import type { Column, ColumnOptions } from '../column.js';
import { textReader } from './text-column.js';

/** First names in the order of civil status, separated by `,`; `SNP` when there are none. */
export function namesColumn<const H extends string, const R extends boolean = false>(
  options: ColumnOptions<H, R> & { readonly maxLength: number },
): Column<H, readonly string[], R> {
  const { maxLength } = options;
  const pattern = `${NAME}(?:, ?${NAME})*`;
  const expected = 'les prénoms dans l’ordre de l’état civil, séparés par des virgules';
  return column(options, {
    shape: { kind: 'names', pattern: whole(pattern), maxLength },
    expected,
    compile: () => {
      const read = textReader({ pattern, maxLength, expected, isFree: true });
      return (text, faults) =>
        read(text, faults)
          ?.split(',')
          .map((name) => name.trim());
    },
    write: (names) => names.join(','),
  });
}
