import { typeset } from '../../../platform/french/index.js';
import {
  Badge,
  DataTable,
  Page,
  SummaryList,
  TitleBar,
  TwoLines,
  type Column,
  type Crumb,
} from '../../../platform/pages/index.js';
import type { ColumnWords, FlowLine, FlowWords, RuleWords } from './presenter.js';

const TITLE = 'Formats des fichiers';

const FLOWS: readonly Column<FlowLine>[] = [
  {
    key: 'title',
    label: 'Fichier',
    cell: ({ title, href, about }) => (
      <TwoLines under={about}>
        <a href={href}>{title}</a>
      </TwoLines>
    ),
  },
  { key: 'code', label: 'Code', cell: ({ code }) => <code>{code}</code> },
  { key: 'way', label: 'Sens', cell: ({ way }) => way },
];

const COLUMNS: readonly Column<ColumnWords>[] = [
  {
    key: 'header',
    label: 'Colonne',
    cell: ({ header, title }) => (
      <TwoLines under={title}>
        <code>{header}</code>
      </TwoLines>
    ),
  },
  { key: 'need', label: 'Obligatoire', cell: ({ need }) => need },
  { key: 'content', label: 'Contenu', cell: ({ content }) => content },
  { key: 'example', label: 'Exemple', cell: ({ example }) => <code>{example}</code> },
];

const RULES: readonly Column<RuleWords>[] = [
  { key: 'about', label: 'Ce qui doit être vrai', cell: ({ about }) => about },
  { key: 'column', label: 'Colonne', cell: ({ column }) => <code>{column}</code> },
  { key: 'gravity', label: 'Sinon', cell: ({ gravity }) => <Badge {...gravity} /> },
  { key: 'id', label: 'Règle', cell: ({ id }) => id },
];

const CODES: readonly Column<{ readonly code: string; readonly label: string }>[] = [
  { key: 'code', label: 'Code', cell: ({ code }) => <code class="app-break">{code}</code> },
  { key: 'label', label: 'Libellé', cell: ({ label }) => typeset(label) },
];

/** The flows of the exchange. */
export function formatsPage(flows: readonly FlowLine[], crumbs: readonly Crumb[]): Page {
  const content = (
    <>
      <TitleBar title={TITLE} />
      <p>
        Pour chaque fichier : ses colonnes, ses codes, ses règles, un exemple et un modèle à
        remplir.
      </p>
      <DataTable
        id="formats"
        caption="Fichiers échangés"
        columns={FLOWS}
        rows={flows}
        keyOf={({ code }) => code}
        hasCards
      />
    </>
  );
  return new Page(TITLE, content, { crumbs });
}

/** One flow: all that its declaration says. */
export function formatPage(words: FlowWords, crumbs: readonly Crumb[]): Page {
  const content = (
    <>
      <TitleBar title={words.title} over={`Fichier ${words.code}, version ${words.version}`} />
      <p>{words.about}</p>
      <div class="app-buttons">
        <a class="fr-btn fr-btn--secondary" href={words.templateHref} download>
          Télécharger le modèle à remplir (CSV)
        </a>
        <a class="fr-btn fr-btn--tertiary" href={words.sampleHref} download>
          Télécharger un exemple (CSV)
        </a>
        <a class="fr-btn fr-btn--tertiary" href={words.schemaHref}>
          Schéma pour les logiciels (JSON)
        </a>
      </div>
      <SummaryList
        facts={[
          { label: 'Sens', value: words.way },
          { label: 'Rythme', value: words.rhythm },
          { label: 'Écriture', value: 'CSV en UTF-8, séparateur point-virgule, ligne d’en-tête' },
        ]}
      />
      <section>
        <h2>Colonnes</h2>
        <DataTable
          id="colonnes"
          caption="Colonnes, dans l’ordre du fichier"
          columns={COLUMNS}
          rows={words.columns}
          keyOf={({ header }) => header}
          hasCards
        />
      </section>
      <Lists lists={words.lists} />
      <section>
        <h2>Règles entre colonnes</h2>
        <DataTable
          id="regles"
          caption="Règles entre colonnes"
          columns={RULES}
          rows={words.rules}
          keyOf={({ id }) => id}
          hasCards
        />
      </section>
      <section>
        <h2>Exemple de ligne</h2>
        <SummaryList
          facts={words.example.map(([header, cell]) => ({
            label: header,
            value: <code class="app-break">{cell}</code>,
          }))}
        />
      </section>
    </>
  );
  return new Page(words.title, content, { crumbs });
}

function Lists({ lists }: Pick<FlowWords, 'lists'>) {
  return (
    <section>
      <h2>Codes</h2>
      {lists.map(({ name, about, values }) => (
        <details key={name} class="app-donnees">
          <summary>{`${typeset(about)} (${name})`}</summary>
          <DataTable
            id={`liste-${name}`}
            caption={`Codes : ${name}`}
            columns={CODES}
            rows={values}
            keyOf={({ code }) => code}
            hasCards
          />
        </details>
      ))}
    </section>
  );
}
