import { counted, frenchNumber, longInstant, typeset } from '../../../platform/french/index.js';
import {
  DataTable,
  EmptyState,
  Page,
  TitleBar,
  TwoLines,
  type Column,
} from '../../../platform/pages/index.js';
import { EXCEPTION_RULE_CODES } from '../../domain/exception-rules.js';
import type { ConsistencyRun } from '../../use-cases/ports.js';
import { RULE_WORDS } from '../exception-words.js';

/** The page of the checks that were made: figures alone, nobody. */
export function runsPage(runs: readonly ConsistencyRun[], timeZone: string): Page {
  const content = (
    <>
      <TitleBar title="Vérification des suivis" />
      <p>
        {typeset(
          'Chaque nuit, Passerelle vérifie pour tous les jeunes qu’un seul organisme les suit, avec une prochaine action et une date. Ce qui manque apparaît à la page « Suivis à reprendre » de l’organisme qui peut agir.',
        )}
      </p>
      {runs.length === 0 ? (
        <EmptyState title="Aucune vérification">
          <p>{typeset('La première a lieu la nuit prochaine.')}</p>
        </EmptyState>
      ) : (
        <DataTable
          id="verifications"
          caption="Dernières vérifications"
          columns={columnsOf(timeZone)}
          rows={runs}
          keyOf={({ id }) => id}
          hasCards
        />
      )}
    </>
  );
  return new Page('Vérification des suivis', content);
}

function columnsOf(timeZone: string): Column<ConsistencyRun>[] {
  return [
    { key: 'debut', label: 'Début', cell: ({ startedAt }) => longInstant(startedAt, timeZone) },
    {
      key: 'organismes',
      label: 'Organismes',
      cell: ({ organisations, failures }) => (
        <TwoLines under={failures === 0 ? '' : counted(failures, 'échec', 'échecs')}>
          {frenchNumber(organisations)}
        </TwoLines>
      ),
    },
    { key: 'total', label: 'À reprendre', cell: ({ found }) => frenchNumber(totalOf(found)) },
    { key: 'detail', label: 'Détail', cell: ({ found }) => detailOf(found) },
  ];
}

function totalOf(found: ConsistencyRun['found']): number {
  return Object.values(found).reduce((sum, count) => sum + count, 0);
}

function detailOf(found: ConsistencyRun['found']) {
  const lines = EXCEPTION_RULE_CODES.flatMap((rule) => {
    const count = found[rule] ?? 0;
    return count === 0 ? [] : [`${RULE_WORDS[rule].label} : ${frenchNumber(count)}`];
  });
  if (lines.length === 0) return 'Tout est en ordre';
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{typeset(line)}</li>
      ))}
    </ul>
  );
}
