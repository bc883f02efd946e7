import { Badge, DataTable, TwoLines, type Column } from '../../../platform/pages/index.js';
import type { Cause, FaultyLine } from './presenter.js';

const CAUSES: readonly Column<Cause>[] = [
  {
    key: 'message',
    label: 'Ce qui ne va pas, et que faire',
    cell: ({ message, correction }) => <TwoLines under={correction}>{message}</TwoLines>,
  },
  { key: 'gravity', label: 'Gravité', cell: ({ gravity }) => <Badge {...gravity} /> },
  { key: 'column', label: 'Colonne', cell: ({ column }) => column && <code>{column}</code> },
  { key: 'count', label: 'Nombre', cell: ({ count }) => count, isNumber: true },
];

const LINES: readonly Column<FaultyLine>[] = [
  { key: 'line', label: 'Ligne', cell: ({ line }) => <span class="app-nowrap">{line}</span> },
  { key: 'gravity', label: 'Gravité', cell: ({ gravity }) => <Badge {...gravity} /> },
  { key: 'column', label: 'Colonne', cell: ({ column }) => column && <code>{column}</code> },
  {
    key: 'value',
    label: 'Valeur reçue',
    cell: ({ value }) => <code class="app-value">{value}</code>,
  },
  {
    key: 'message',
    label: 'Problème et correction',
    cell: ({ message, correction }) => <TwoLines under={correction}>{message}</TwoLines>,
  },
];

interface FindingsProps {
  readonly causes: readonly Cause[];
  readonly lines: readonly FaultyLine[];
  /** How many more there are, in words; null when all are shown. */
  readonly more: string | null;
}

/** What is wrong with a file: by cause, then line by line for the first of them. */
export function Findings({ causes, lines, more }: FindingsProps) {
  return (
    <>
      {causes.length > 0 && (
        <section>
          <h2>Ce qui ne va pas</h2>
          <DataTable
            id="causes"
            caption="Causes, avec le nombre de lignes"
            columns={CAUSES}
            rows={causes}
            keyOf={({ key }) => key}
            hasCards
          />
        </section>
      )}
      {lines.length > 0 && (
        <section>
          <h2>{more === null ? 'Lignes concernées' : 'Premières lignes concernées'}</h2>
          <DataTable
            id="lignes"
            caption="Anomalies, ligne par ligne"
            columns={LINES}
            rows={lines}
            keyOf={({ key }) => key}
            hasCards
          />
          {more !== null && <p>{more}</p>}
        </section>
      )}
    </>
  );
}
