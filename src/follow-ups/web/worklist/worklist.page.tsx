import { typeset } from '../../../platform/french/index.js';
import {
  ActionForm,
  FactsSection,
  Page,
  TwoLines,
  Worklist,
  type Column,
} from '../../../platform/pages/index.js';
import { FOLLOW_UP_TABS, hrefOf, type FollowUpSearch } from './worklist-search.js';
import type { WorklistPresented, WorklistRow } from './worklist.presenter.js';

const OF_WHAT =
  'Part des jeunes dont la situation est connue, parmi ceux dont le jalon est renseigné ou la fenêtre close. « Pas de réponse » ne compte pas comme une réponse.';

/** The page of the worklist of milestones. */
export function worklistPage(search: FollowUpSearch, view: WorklistPresented): Page {
  const content = (
    <Worklist
      title="Devenirs"
      tabs={view.tabs}
      before={view.rates && <Rates rates={view.rates} />}
      total={view.total}
      id="devenirs"
      caption={`Devenirs, ${FOLLOW_UP_TABS[search.tab].label}`}
      columns={columnsOf(view.isOfUnit)}
      rows={view.rows}
      empty={view.empty}
      page={search.page}
      pages={view.pages}
      hrefOf={(page) => hrefOf(search.tab, page)}
    />
  );
  return new Page(view.title, content);
}

function Rates({ rates }: { readonly rates: NonNullable<WorklistPresented['rates']> }) {
  return (
    <FactsSection id="taux" title="Taux de réponse" facts={rates}>
      <p>{typeset(OF_WHAT)}</p>
    </FactsSection>
  );
}

function columnsOf(isOfUnit: boolean): Column<WorklistRow>[] {
  const shown: Column<WorklistRow>[] = [
    { key: 'jeune', label: 'Jeune', cell: ({ href, name }) => <a href={href}>{name}</a> },
    {
      key: 'jalon',
      label: 'Jalon',
      cell: ({ milestone, exitedOn }) => (
        <TwoLines under={`Sorti le ${exitedOn}`}>{milestone}</TwoLines>
      ),
    },
    {
      key: 'organisme',
      label: isOfUnit ? 'Mission locale' : 'Unité',
      cell: ({ other }) => other,
    },
    { key: 'fin', label: 'Fin de la fenêtre', cell: ({ closes }) => closes },
    {
      key: 'situation',
      label: 'Situation',
      cell: ({ answer: { text, under } }) => <TwoLines under={under}>{text}</TwoLines>,
    },
  ];
  if (isOfUnit) return shown;
  return [...shown, { key: 'action', label: 'Réponse', cell: ({ act }) => <Answers act={act} /> }];
}

function Answers({ act }: Pick<WorklistRow, 'act'>) {
  if (!act) return null;
  return (
    <div class="app-buttons">
      {act.quick.map(({ label, values }) => (
        <ActionForm
          key={label}
          action={act.action}
          label={label}
          kind="secondary"
          values={values}
        />
      ))}
      <a href={act.action}>{act.word}</a>
    </div>
  );
}
