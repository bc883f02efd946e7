import {
  Badge,
  DataTable,
  EmptyState,
  Page,
  SummaryList,
  TitleBar,
  TwoLines,
  type Column,
} from '../../../platform/pages/index.js';
import type { FaultyCell, RejectsWords, RowWords } from './presenter.js';

const TITLE = 'Lignes à corriger';

const FAULTS: readonly Column<FaultyCell>[] = [
  {
    key: 'column',
    label: 'Colonne',
    cell: ({ title, header }) => <TwoLines under={header ?? ''}>{title}</TwoLines>,
  },
  {
    key: 'value',
    label: 'Valeur envoyée',
    cell: ({ value }) => <mark class="app-value">{value}</mark>,
  },
  { key: 'gravity', label: 'Gravité', cell: ({ gravity }) => <Badge {...gravity} /> },
  {
    key: 'message',
    label: 'Problème et correction',
    cell: ({ message, correction }) => <TwoLines under={correction}>{message}</TwoLines>,
  },
];

/** The rejected rows of a file, as they were sent, with what is wrong in each and what to do. */
export function rejectsPage(words: RejectsWords, depositHref: string): Page {
  const { id, fileName, count, rows, nextHref, isFirst } = words;
  const content = (
    <>
      <TitleBar title={TITLE} over={fileName} />
      <p>
        Les valeurs sont celles que votre organisme a envoyées. Corrigez-les dans votre logiciel, ou
        dans le fichier des rejets, puis déposez seulement ces lignes : rien n’est compté deux fois.
      </p>
      <div class="app-buttons">
        <a class="fr-btn fr-btn--secondary" href={`/echanges/${id}/rejets.csv`} download>
          Télécharger les lignes rejetées (CSV)
        </a>
        <a class="fr-btn fr-btn--secondary" href={depositHref}>
          Déposer le fichier corrigé
        </a>
      </div>
      <p class="app-results__count">{count}</p>
      {rows.length === 0 && <EmptyState title="Aucune ligne à corriger ici" />}
      {rows.map((row) => (
        <Row key={row.line} {...row} />
      ))}
      <p class="app-buttons">
        {!isFirst && <a href={`/echanges/${id}/rejets`}>Revenir aux premières lignes</a>}
        {nextHref !== null && <a href={nextHref}>Lignes suivantes</a>}
      </p>
    </>
  );
  const crumbs = [
    { href: '/echanges', label: 'Échanges de fichiers' },
    { href: `/echanges/${id}`, label: fileName },
  ];
  return new Page(TITLE, content, { crumbs });
}

function Row({ line, title, subject, faults, cells }: RowWords) {
  return (
    <section class="app-row" aria-labelledby={`ligne-${line}`}>
      <h2 class="fr-h4" id={`ligne-${line}`}>
        {title}
        {subject !== '' && <span class="app-under">{subject}</span>}
      </h2>
      <DataTable
        id={`fautes-${line}`}
        caption={`${title} : ce qui ne va pas`}
        columns={FAULTS}
        rows={faults}
        keyOf={({ key }) => key}
        hasCards
      />
      <details class="app-donnees">
        <summary>{`Toute la ${title.toLowerCase()}`}</summary>
        <SummaryList
          facts={cells.map(({ header, value, isFaulty }) => ({
            label: header,
            value: isFaulty ? <mark>{value}</mark> : value,
          }))}
        />
      </details>
    </section>
  );
}
