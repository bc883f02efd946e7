import { typeset } from '../../../platform/french/index.js';
import { Badge, DataTable, type Column, type Tone } from '../../../platform/pages/index.js';
import type { TextPart } from '../../domain/differing-parts.js';
import { KINSHIP_WORDS } from '../../domain/kinship-words.js';

/** One trait of two descriptions, what they say of each other, and with what weight. */
export interface ComparedValues {
  readonly trait: string;
  readonly kinship: string;
  readonly weight: number;
  readonly sides: readonly [readonly TextPart[], readonly TextPart[]];
}

interface TraitTableProps {
  readonly id: string;
  readonly caption: string;
  /** The names of the two descriptions. */
  readonly sides: readonly [string, string];
  readonly rows: readonly ComparedValues[];
}

/** Two descriptions side by side, trait by trait: what differs is marked, and which way it speaks. */
export function TraitTable({ id, caption, sides, rows }: TraitTableProps) {
  return (
    <DataTable
      id={id}
      caption={caption}
      columns={columnsOf(sides)}
      rows={rows}
      keyOf={({ trait }) => trait}
      hasCards
    />
  );
}

function columnsOf([one, other]: TraitTableProps['sides']): Column<ComparedValues>[] {
  return [
    { key: 'trait', label: 'Trait', cell: ({ trait }) => trait },
    { key: 'one', label: one, cell: ({ sides }) => <Parts parts={sides[0]} /> },
    { key: 'other', label: other, cell: ({ sides }) => <Parts parts={sides[1]} /> },
    {
      key: 'kinship',
      label: 'Comparaison',
      cell: ({ kinship }) => typeset(KINSHIP_WORDS[kinship] ?? kinship),
    },
    { key: 'speaks', label: 'Parle', cell: ({ weight }) => <Badge {...speaks(weight)} /> },
  ];
}

function speaks(weight: number): { readonly label: string; readonly tone: Tone } {
  if (weight > 0) return { label: 'Pour', tone: 'success' };
  return weight < 0 ? { label: 'Contre', tone: 'error' } : { label: 'Neutre', tone: 'neutral' };
}

/** A text with what the other side does not have marked. */
function Parts({ parts }: { readonly parts: readonly TextPart[] }) {
  return (
    <>
      {parts.map(({ text, differs }, at) =>
        differs ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
      )}
    </>
  );
}
