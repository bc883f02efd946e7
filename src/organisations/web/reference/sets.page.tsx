import { frenchNumber, longInstant, typeset } from '../../../platform/french/index.js';
import { DataTable, Page, TitleBar, TwoLines, type Column } from '../../../platform/pages/index.js';
import type { StandingSet } from '../../use-cases/reference/consult-reference-data.js';
import { REFERENCE_PATH, SET_WORDS, SHIPPED_SETS } from './set-words.js';

/** The sets of reference data: those a file may replace, then those of the program. */
export function setsPage(sets: readonly StandingSet[], timeZone: string): Page {
  const columns: readonly Column<StandingSet>[] = [
    {
      key: 'jeu',
      label: 'Données',
      cell: ({ set }) => <a href={`${REFERENCE_PATH}/${set}`}>{SET_WORDS[set].title}</a>,
    },
    { key: 'lignes', label: 'Lignes', isNumber: true, cell: (one) => frenchNumber(one.rowCount) },
    {
      key: 'version',
      label: 'Dernière version appliquée',
      cell: ({ versions: [latest] }) =>
        latest ? (
          <TwoLines under={`${longInstant(latest.appliedAt, timeZone)}`}>
            {`Version ${latest.number}`}
          </TwoLines>
        ) : (
          'Aucune : données livrées'
        ),
    },
    {
      key: 'attente',
      label: 'Fichiers à décider',
      isNumber: true,
      cell: ({ waiting }) => frenchNumber(waiting.length),
    },
  ];
  const content = (
    <>
      <TitleBar title="Référentiels" />
      <p>
        {typeset(
          'Exportez un référentiel, corrigez-le dans un tableur, déposez-le : vous verrez chaque différence avant de l’appliquer.',
        )}
      </p>
      <DataTable
        id="referentiels"
        caption="Référentiels que vous tenez"
        isCaptionVisible
        columns={columns}
        rows={sets}
        keyOf={({ set }) => set}
        hasCards
      />
      <h2>Livrés avec le service</h2>
      <p>Ils changent avec une nouvelle version du service, jamais par un fichier.</p>
      <ul>
        {SHIPPED_SETS.map(([title, source, href]) => (
          <li key={title}>
            {href === '' ? title : <a href={href}>{title}</a>}
            {typeset(` : ${source}`)}
          </li>
        ))}
      </ul>
    </>
  );
  return new Page('Référentiels', content);
}
