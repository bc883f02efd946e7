import type { CodeList } from '../../../kernel/index.js';
import { column } from '../column.js';
import type { CellReader, Column, ColumnOptions } from '../column.js';
import { codeReader, codesInWords } from './code-reader.js';

/** One code of a dated list. */
export function codeColumn<
  const H extends string,
  Code extends string,
  const R extends boolean = false,
>(options: ColumnOptions<H, R> & { readonly list: CodeList<Code> }): Column<H, Code, R> {
  const { list } = options;
  return column(options, {
    shape: { kind: 'code', list },
    expected: `un code parmi ${codesInWords(list)}`,
    compile: ({ on }) => codeReader(list, on),
    write: (code: Code) => code,
  });
}

/** Several codes of a dated list, separated by `|`, each once. */
export function listColumn<
  const H extends string,
  Code extends string,
  const R extends boolean = false,
>(options: ColumnOptions<H, R> & { readonly list: CodeList<Code> }): Column<H, readonly Code[], R> {
  const { list } = options;
  return column(options, {
    shape: { kind: 'list', list },
    expected: `des codes séparés par | parmi ${codesInWords(list)}`,
    compile: ({ on }) => severalCodes(codeReader(list, on)),
    write: (codes: readonly Code[]) => codes.join('|'),
  });
}

function severalCodes<Code extends string>(read: CellReader<Code>): CellReader<readonly Code[]> {
  return (text, faults) => {
    const codes = text.split('|').map((part) => read(part.trim(), faults));
    const known = codes.filter((code) => code !== undefined);
    return known.length === codes.length ? [...new Set(known)] : undefined;
  };
}
