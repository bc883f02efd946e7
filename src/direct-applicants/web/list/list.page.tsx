import { labelOf, type LocalDate } from '../../../kernel/index.js';
import { counted, shortDate, typeset } from '../../../platform/french/index.js';
import { buttonClass, Page, Worklist, type Column } from '../../../platform/pages/index.js';
import { DIRECT_OUTCOMES, type DirectOutcome } from '../../domain/code-lists.js';
import type { DirectState } from '../../domain/direct-applicant.js';
import type { DirectApplicantView } from '../../http/direct-applicant.view.js';
import { APPLICANTS_PER_PAGE } from '../../use-cases/consult-applicants.js';
import { applicantPath, dueWords, nameWords, RECORD_PATH } from '../applicant-words.js';
import { APPLICANT_TABS, hrefOf, tabsOf, type ApplicantSearch } from './applicant-search.js';

interface ListProps {
  readonly search: ApplicantSearch;
  readonly rows: readonly DirectApplicantView[];
  readonly counts: Readonly<Partial<Record<DirectState, number>>>;
  readonly isOfUnit: boolean;
}

/** The list of direct applicants; nobody stands in its title. */
export function listPage({ search, rows, counts, isOfUnit }: ListProps): Page {
  const { label, state } = APPLICANT_TABS[search.tab];
  const total = counts[state] ?? 0;
  const pages = Math.max(1, Math.ceil(total / APPLICANTS_PER_PAGE));
  const where = pages > 1 ? ` – page ${search.page} sur ${pages}` : '';
  const content = (
    <Worklist
      title="Candidats directs"
      action={
        isOfUnit ? (
          <a class={buttonClass()} href={RECORD_PATH}>
            Enregistrer un candidat non retenu
          </a>
        ) : undefined
      }
      tabs={tabsOf(isOfUnit).map((tab) => ({
        href: hrefOf(tab),
        label: APPLICANT_TABS[tab].label,
        isCurrent: tab === search.tab,
        count: counts[APPLICANT_TABS[tab].state] ?? 0,
      }))}
      total={counted(total, 'candidat direct', 'candidats directs')}
      id="candidats-directs"
      caption={`Candidats directs, ${label}`}
      columns={columnsOf(isOfUnit)}
      rows={rows}
      empty={total > 0 ? EMPTY_PAGE : isOfUnit ? EMPTY_OF_UNIT : EMPTY}
      page={search.page}
      pages={pages}
      hrefOf={(page) => hrefOf(search.tab, page)}
    />
  );
  return new Page(`Candidats directs – ${label}${where}`, content);
}

function columnsOf(isOfUnit: boolean): Column<DirectApplicantView>[] {
  return [
    {
      key: 'candidat',
      label: 'Candidat',
      cell: (view) => <a href={applicantPath(view.id)}>{nameWords(view)}</a>,
    },
    {
      key: 'organisme',
      label: isOfUnit ? 'Mission locale' : 'Unité',
      cell: (view) => (isOfUnit ? (view.missionLocale?.name ?? 'À choisir') : view.unit.name),
    },
    {
      key: 'suite',
      label: 'Suite donnée',
      cell: ({ outcome }) => typeset(labelOf(DIRECT_OUTCOMES, outcome as DirectOutcome)),
    },
    {
      key: 'invitation',
      label: 'Invitation',
      cell: ({ invitedOn }) => shortDate(invitedOn as LocalDate),
    },
    { key: 'echeance', label: 'Échéance', cell: dueWords },
  ];
}

const EMPTY_PAGE = {
  title: 'Cette page est vide',
  text: 'Revenez à la première page de la liste.',
};
const EMPTY_OF_UNIT = {
  title: 'Aucun candidat direct ici',
  text: 'Enregistrez qui est venu de lui-même et n’a pas été retenu : la lettre d’invitation suit.',
};
const EMPTY = {
  title: 'Aucun candidat direct ici',
  text: 'Les jeunes qui ont accepté d’être annoncés à votre mission locale apparaîtront ici.',
};
