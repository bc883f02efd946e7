import type { Role } from '../../../kernel/index.js';
import { shortDate, typeset } from '../../../platform/french/index.js';
import {
  ActionForm,
  buttonClass,
  DataTable,
  Page,
  SummaryList,
  TitleBar,
  type Column,
} from '../../../platform/pages/index.js';
import type { Period } from '../../domain/periods.js';
import type { ReportYear } from '../../use-cases/read-report.js';
import { cutText, parisTime } from '../figure-words.js';
import { REPORT_PATH, reportHref } from '../report/report-href.js';

const TITLE = 'Rapports annuels';

/** The years that are over: frozen or not, with the hash of what was kept. */
export function editionsPage(years: readonly ReportYear[], role: Role): Page {
  const content = (
    <>
      <TitleBar title={TITLE} />
      <p>
        {typeset(
          'Un rapport est provisoire tant qu’il n’est pas figé. Une édition figée garde ses chiffres, ses définitions et la date de ses données ; son empreinte permet de vérifier que rien n’y a changé.',
        )}
      </p>
      <DataTable
        id="rapports"
        caption="Rapports par année"
        columns={columnsFor(role)}
        rows={years}
        keyOf={({ period }) => period.code}
        hasCards
      />
    </>
  );
  return new Page(TITLE, content);
}

function columnsFor(role: Role): Column<ReportYear>[] {
  return [
    {
      key: 'annee',
      label: 'Année',
      // The administration freezes without reading.
      cell: ({ period: { year } }) =>
        role === 'admin' ? year : <a href={reportHref(year)}>{`Rapport ${year}`}</a>,
    },
    {
      key: 'donnees',
      label: 'Données arrêtées au',
      cell: ({ period }) => shortDate(period.lastOn),
    },
    {
      key: 'etat',
      label: 'État',
      cell: ({ edition }) =>
        edition === null ? 'Provisoire' : typeset(`Figé le ${parisTime(edition.frozenAt)}`),
    },
    {
      key: 'empreinte',
      label: 'Empreinte SHA-256',
      cell: ({ edition }) => (edition === null ? '–' : <code>{edition.sha256}</code>),
    },
    ...(role === 'admin' ? [FREEZE] : []),
  ];
}

const FREEZE: Column<ReportYear> = {
  key: 'figer',
  label: 'À faire',
  cell: ({ period: { year }, edition }) =>
    edition === null ? <a href={freezeHref(year)}>{`Figer le rapport ${year}`}</a> : '–',
};

function freezeHref(year: number): string {
  return `${reportHref(year)}/figer`;
}

/** Asks once before a report is frozen, which cannot be undone. */
export function freezePage(period: Period): Page {
  const { year } = period;
  const title = `Figer le rapport ${year}`;
  const content = (
    <div class="app-column">
      <TitleBar title={title} />
      <p>
        {typeset(
          'Figer ne se défait pas, et un rapport n’est figé qu’une fois. Ses chiffres, ses définitions et la date de ses données seront gardés pour toujours, dans les pages d’indicateurs aussi. Une correction faite ensuite y sera signalée sans changer ses chiffres.',
        )}
      </p>
      <SummaryList
        facts={[
          { label: 'Année', value: String(year) },
          { label: 'Données', value: typeset(cutText(period)) },
          {
            label: 'Avant de figer',
            value: typeset(
              'Vérifiez avec le comité que les corrections attendues sont faites : le rapport se lit et s’imprime tant qu’il est provisoire.',
            ),
          },
        ]}
      />
      <div class="app-buttons">
        <ActionForm action={freezeHref(year)} label={title} />
        <a class={buttonClass('secondary')} href={REPORT_PATH}>
          Ne pas figer
        </a>
      </div>
    </div>
  );
  return new Page(title, content, { crumbs: [{ href: REPORT_PATH, label: TITLE }] });
}
