import { lookalikesPath, MERGES_PATH } from '../../../people/index.js';
import { typeset } from '../../../platform/french/index.js';
import {
  ActionForm,
  Badge,
  buttonClass,
  DataTable,
  EmptyState,
  Filters,
  Page,
  Pagination,
  SummaryList,
  TextField,
  Timeline,
  TitleBar,
  type Column,
  type Fact,
  type TimelineEntry,
} from '../../../platform/pages/index.js';
import { Support } from '../support/support.js';
import type { SupportSection } from '../support/support-sections.js';
import { NEW_PATH } from '../refer/refer-paths.js';
import { NextStep, Path } from './path/path.js';
import type { PersonPath, PersonStep } from './path/person-paths.js';
import { correctionPath } from './correction/correction-path.js';
import { PEOPLE_PATH, peopleHref, type PeopleAddress } from './people-search.js';
import type {
  PeoplePresented,
  PersonReferral,
  PersonReferrals,
  PersonRow,
} from './people.presenter.js';

const COLUMNS: readonly Column<PersonRow>[] = [
  { key: 'jeune', label: 'Jeune', cell: ({ href, name }) => <a href={href}>{name}</a> },
  { key: 'naissance', label: 'Naissance', cell: ({ birthDate }) => birthDate },
  { key: 'imilo', label: 'Numéro i-milo', cell: ({ imiloId }) => imiloId },
];

/** The young people of a mission locale, by name. */
export function peoplePage(address: PeopleAddress, view: PeoplePresented): Page {
  const content = (
    <>
      <TitleBar title="Jeunes">
        <a class={buttonClass()} href={NEW_PATH}>
          Orienter un jeune
        </a>
        <a class={buttonClass('tertiary')} href={MERGES_PATH}>
          Fiches en double
        </a>
      </TitleBar>
      <Filters
        action={PEOPLE_PATH}
        what="les jeunes"
        active={view.active}
        clearHref={PEOPLE_PATH}
        search={
          <TextField
            name="recherche"
            label="Nom, prénom ou numéro i-milo"
            type="search"
            value={address.text}
          />
        }
      />
      <div class="app-results">
        <p class="app-results__count">{view.total}</p>
      </div>
      {view.rows.length === 0 ? (
        <EmptyState title={view.empty.title}>
          <p>{typeset(view.empty.text)}</p>
        </EmptyState>
      ) : (
        <DataTable
          id="jeunes"
          caption="Jeunes de votre mission locale"
          columns={COLUMNS}
          rows={view.rows}
          keyOf={({ id }) => id}
          hasCards
        />
      )}
      <Pagination
        page={address.page}
        pages={view.pages}
        hrefOf={(page) => peopleHref({ ...address, page })}
      />
    </>
  );
  return new Page(view.title, content);
}

interface PersonProps {
  readonly id: string;
  readonly name: string;
  readonly facts: readonly Fact[];
  readonly referrals: PersonReferrals;
  /** Who is in charge now, what is next and by when. */
  readonly step: PersonStep | null;
  readonly path: PersonPath;
  readonly support: SupportSection;
  /** What was corrected, the latest first. */
  readonly corrections: readonly TimelineEntry[];
}

const REFERRAL_COLUMNS: readonly Column<PersonReferral>[] = [
  {
    key: 'reference',
    label: 'Orientation',
    cell: ({ href, reference }) => <a href={href}>{reference}</a>,
  },
  { key: 'unite', label: 'Unité', cell: ({ unit }) => unit },
  {
    key: 'etat',
    label: 'État',
    cell: ({ state: { tone, label } }) => <Badge tone={tone} label={label} />,
  },
  { key: 'transmise', label: 'Transmise le', cell: ({ referredOn }) => referredOn },
  { key: 'reponse', label: 'Réponse', cell: ({ outcome }) => typeset(outcome) },
];

/** Somebody and all their referrals. Its title names nobody: titles stay in the history of the browser. */
export function personPage(props: PersonProps): Page {
  const { id, name, facts, step, path, support, corrections } = props;
  const { rows, open } = props.referrals;
  const content = (
    <>
      <TitleBar title={name}>
        {open === null && (
          <ActionForm
            action={NEW_PATH}
            label="Orienter ce jeune"
            values={{ etape: 'connu', jeune: id }}
          />
        )}
      </TitleBar>
      <NextStep step={step} />
      <Path id="retours" title="Retours" parts={path.returns} />
      <Path id="services" title="Services et devenirs" parts={path.services} />
      <section aria-labelledby="orientations-titre">
        <h2 id="orientations-titre">Orientations</h2>
        {rows.length === 0 ? (
          <p>Ce jeune n’a pas encore été orienté.</p>
        ) : (
          <DataTable
            id="orientations-du-jeune"
            caption="Orientations de ce jeune, de la plus récente à la plus ancienne"
            columns={REFERRAL_COLUMNS}
            rows={rows}
            keyOf={(row) => row.id}
            hasCards
          />
        )}
      </section>
      <Support section={support} />
      <section class="app-column" aria-labelledby="identite-titre">
        <h2 id="identite-titre">Identité et contact</h2>
        <SummaryList facts={facts} />
        <p>
          <a href={correctionPath(id)}>Corriger l’identité ou les coordonnées</a>
        </p>
        <p>
          <a href={lookalikesPath(id)}>Chercher une fiche en double</a>
        </p>
      </section>
      {corrections.length > 0 && (
        <section aria-labelledby="corrections-titre">
          <h2 id="corrections-titre">Corrections</h2>
          <Timeline entries={corrections} />
        </section>
      )}
    </>
  );
  return new Page('Jeune', content, { crumbs: [{ href: PEOPLE_PATH, label: 'Jeunes' }] });
}
