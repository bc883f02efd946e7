import { typeset } from '../../../platform/french/index.js';
import {
  Badge,
  buttonClass,
  Page,
  SelectField,
  TwoLines,
  Worklist,
  type Column,
} from '../../../platform/pages/index.js';
import { EXTENSION_RULE } from '../../domain/extension-rule.js';
import { CEJ_PATH } from '../cej-words.js';
import { hrefOf, type MonthSearch } from './month-search.js';
import type { MonthListRow, MonthPresented } from './month.presenter.js';

/** The young people in CEJ or PACEA who serve in a unit, or left it, month by month. */
export function monthPage(search: MonthSearch, view: MonthPresented): Page {
  const content = (
    <Worklist
      title="CEJ et PACEA"
      tabs={view.tabs}
      total={view.total}
      exportHref={view.exportHref}
      id="contrats"
      caption="Contrats du mois, les plus urgents d’abord"
      columns={COLUMNS}
      rows={view.rows}
      empty={view.empty}
      page={search.page}
      pages={view.pages}
      hrefOf={(page) => hrefOf(search, { page })}
    >
      <form method="get" action={CEJ_PATH} class="app-filters">
        {search.tab !== 'a-surveiller' && <input type="hidden" name="onglet" value={search.tab} />}
        <div class="app-filters__row">
          <SelectField
            name="mois"
            label="Mois"
            value={search.month}
            groups={[{ title: null, choices: view.months }]}
          />
          <button class={buttonClass('secondary')} type="submit">
            Afficher le mois
          </button>
        </div>
      </form>
      <p>{typeset(view.about)}</p>
      <p>{typeset(EXTENSION_RULE)}</p>
      <p>{typeset(NO_ALLOWANCE)}</p>
    </Worklist>
  );
  return new Page(view.title, content);
}

/** What this service does not do (domain.md 5.2). */
const NO_ALLOWANCE =
  'Passerelle ne calcule aucune allocation et ne sait pas si un jeune est travailleur handicapé : sa limite d’âge est alors le 30e anniversaire.';

const COLUMNS: readonly Column<MonthListRow>[] = [
  {
    key: 'jeune',
    label: 'Jeune',
    cell: ({ href, name, scheme }) => (
      <TwoLines under={scheme}>
        <a href={href}>{name}</a>
      </TwoLines>
    ),
  },
  {
    key: 'unite',
    label: 'Unité',
    cell: ({ unit, served }) => <TwoLines under={served}>{unit}</TwoLines>,
  },
  {
    key: 'situation',
    label: 'Situation',
    cell: ({ standing: { tone, label } }) => <Badge tone={tone} label={label} />,
  },
  {
    key: 'terme',
    label: 'Terme',
    cell: ({ term, left }) => <TwoLines under={`Jours restants : ${left}`}>{term}</TwoLines>,
  },
  {
    key: 'prolongation',
    label: 'Prolongation calculée',
    cell: ({ extension }) => extension,
  },
  {
    key: 'alertes',
    label: 'À surveiller',
    cell: ({ warnings }) =>
      warnings.length === 0 ? (
        ''
      ) : (
        <ul>
          {warnings.map((warning) => (
            <li key={warning}>{typeset(warning)}</li>
          ))}
        </ul>
      ),
  },
];
