import { typeset } from '../../../platform/french/index.js';
import {
  Badge,
  Filters,
  Page,
  TextField,
  TwoLines,
  Worklist,
  type Column,
} from '../../../platform/pages/index.js';
import { PRESENCES_PATH, VOLUNTEERS_PATH } from '../volunteer-words.js';
import { hrefOf, SERVICE_TABS, type ListSearch } from './list-search.js';
import type { ListPresented, ServiceRow } from './list.presenter.js';

interface ListProps {
  readonly search: ListSearch;
  readonly view: ListPresented;
  readonly isUnit: boolean;
}

/** The list of services of a unit, or of the young people whom a mission locale referred. */
export function listPage({ search, view, isUnit }: ListProps): Page {
  const content = (
    <Worklist
      title="Volontaires"
      action={search.tab === 'presence-a-dire' && <SheetLink />}
      tabs={view.tabs}
      total={view.total}
      id="volontaires"
      caption={`Volontaires, ${SERVICE_TABS[search.tab].label}`}
      columns={columnsOf(search, isUnit)}
      rows={view.rows}
      empty={view.empty}
      page={search.page}
      pages={view.pages}
      hrefOf={(page) => hrefOf(search, { page })}
    >
      <Filters
        action={VOLUNTEERS_PATH}
        what="les volontaires"
        active={view.active.map((one) => ({ ...one, label: typeset(one.label) }))}
        clearHref={view.clearHref}
        kept={search.tab === 'en-service' ? {} : { onglet: search.tab }}
        search={
          <TextField
            name="recherche"
            label="Nom, numéro de dossier ou référence"
            type="search"
            value={search.text}
          />
        }
      />
    </Worklist>
  );
  return new Page(view.title, content);
}

function SheetLink() {
  return (
    <a class="fr-btn" href={PRESENCES_PATH}>
      Tout dire sur une page
    </a>
  );
}

const PRESENCE: Column<ServiceRow> = {
  key: 'presence',
  label: 'Dernier mois dit',
  cell: ({ presence }) => presence,
};

function columnsOf({ tab }: ListSearch, isUnit: boolean): Column<ServiceRow>[] {
  const isAwaited = tab === 'a-incorporer';
  return [
    {
      key: 'jeune',
      label: 'Jeune',
      cell: ({ href, name, number }) => (
        <TwoLines under={number === '' ? '' : `N° ${number}`}>
          <a href={href}>{name}</a>
        </TwoLines>
      ),
    },
    {
      key: 'partenaire',
      label: isUnit ? 'Mission locale ou origine' : 'Unité',
      cell: ({ partner }) => partner,
    },
    {
      key: 'situation',
      label: 'Situation',
      cell: ({ state: { tone, label } }) => <Badge tone={tone} label={label} />,
    },
    {
      key: 'incorporation',
      label: isAwaited ? 'Incorporation prévue' : 'Incorporation',
      cell: ({ begun }) => begun,
    },
    ...(tab === 'presence-a-dire' ? [PRESENCE] : []),
    ...(isAwaited
      ? []
      : [
          {
            key: 'fin',
            label: tab === 'sortis' ? 'Sortie' : 'Fin prévue ou sortie',
            cell: ({ ends, left }: ServiceRow) => <TwoLines under={left}>{ends}</TwoLines>,
          },
        ]),
  ];
}
