import { isCommuneCodeShape } from '../../../kernel/index.js';
import type { CommuneLookup } from '../check-context.js';
import { column } from '../column.js';
import type { CellReader, Column, ColumnOptions } from '../column.js';
import { reportKnownCause } from './refused-text.js';

const PATTERN = '^(?:(?:0[1-9]|[1-8][0-9]|9[0-5]|9[789]|2[AB])[0-9]{3})$';
/** Born somewhere unknown (exchange.md 7.a, block I): in no list of communes or countries. */
const UNKNOWN_PLACE = '99999';

/** A commune of the official geographic code, or a country of birth `99xxx`; moved to today's commune. */
export function communeColumn<const H extends string, const R extends boolean = false>(
  options: ColumnOptions<H, R>,
): Column<H, string, R> {
  return column(options, {
    shape: { kind: 'commune', pattern: PATTERN },
    expected: 'un code INSEE de cinq caractères, comme 97411',
    compile: ({ communes }) => communeReader(communes),
    write: (code) => code,
  });
}

function communeReader(communes: CommuneLookup): CellReader<string> {
  return (text, faults) => {
    if (!isCommuneCodeShape(text)) {
      if (/^[1-9][0-9]{3}$/.test(text)) faults.report('ZERO_PERDU', { suggestion: `0${text}` });
      else if (!reportKnownCause(text, faults)) faults.report('CODE_COMMUNE_INCONNU');
      return undefined;
    }
    if (communes.isKnown(text) || text === UNKNOWN_PLACE) return text;
    if (!communes.isFormer(text)) {
      faults.report('CODE_COMMUNE_INCONNU');
      return undefined;
    }
    const successor = communes.successorOf(text);
    faults.report('CODE_COMMUNE_ANCIEN', successor ? { suggestion: successor } : {});
    return successor ?? text;
  };
}
