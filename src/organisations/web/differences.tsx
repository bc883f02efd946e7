import { DataTable, type Column } from '../../platform/pages/index.js';
import type { FieldChange } from '../domain/organisation-changes.js';

interface DifferencesProps {
  readonly id: string;
  readonly caption: string;
  readonly changes: readonly FieldChange[];
  readonly labelOf: (field: string) => string;
  /** A value as people read it. */
  readonly wordsOf: (field: string, value: string | null) => string;
}

/** Values before and after, one line each. */
export function Differences({ id, caption, changes, labelOf, wordsOf }: DifferencesProps) {
  const columns: readonly Column<FieldChange>[] = [
    { key: 'champ', label: 'Ce qui change', cell: ({ field }) => labelOf(field) },
    { key: 'avant', label: 'Avant', cell: ({ field, before }) => told(wordsOf(field, before)) },
    { key: 'apres', label: 'Après', cell: ({ field, after }) => told(wordsOf(field, after)) },
  ];
  return (
    <DataTable
      id={id}
      caption={caption}
      columns={columns}
      rows={changes}
      keyOf={({ field }) => field}
      hasCards
    />
  );
}

function told(words: string) {
  return words === '' ? 'vide' : <span class="app-break">{words}</span>;
}
