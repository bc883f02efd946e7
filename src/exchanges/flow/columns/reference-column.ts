import { whole } from '../character-ranges.js';
import type { ReferenceList } from '../check-context.js';
import { column } from '../column.js';
import type { Column, ColumnOptions } from '../column.js';
import { textReader } from './text-column.js';
import type { TextLimits } from './text-column.js';

/** A code of a dated list that the service keeps in its database. */
export function referenceColumn<const H extends string, const R extends boolean = false>(
  options: ColumnOptions<H, R> & TextLimits & { readonly list: ReferenceList },
): Column<H, string, R> {
  const { list, expected } = options;
  return column(options, {
    shape: { kind: 'reference', pattern: whole(options.pattern), list },
    expected,
    compile: ({ references }) => {
      const read = textReader(options);
      return (text, faults) => {
        const code = read(text, faults);
        if (code === undefined) return undefined;
        const standing = references.standingOf(list, code);
        if (standing?.standing === 'unknown') {
          faults.report('CODE_INCONNU');
          return undefined;
        }
        if (standing?.standing !== 'retired') return code;
        const { replacedBy } = standing;
        faults.report('CODE_OBSOLETE', replacedBy ? { suggestion: replacedBy } : {});
        return replacedBy ?? code;
      };
    },
    write: (code) => code,
  });
}
