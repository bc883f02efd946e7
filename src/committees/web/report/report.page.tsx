import { typeset } from '../../../platform/french/index.js';
import { DataTable, Page, TitleBar, TwoLines } from '../../../platform/pages/index.js';
import type { Report } from '../../domain/report/report.js';
import { ShareBar } from '../share-bar.js';
import { reportDocument } from './report-document.js';
import type { ReportCell, ReportSection, ReportTable } from './report-layout.js';
import { REPORT_PATH, reportHref } from './report-href.js';
import type { ReportStatus } from './report-files.js';

/** The annual report: to be read here, or printed. */
export function reportPage(report: Report, status: ReportStatus, isFrozen: boolean): Page {
  const { title, lead, sections } = reportDocument(report);
  const { year } = report.period;
  const content = (
    <>
      <TitleBar title={title} />
      {[...lead, ...status.lines].map((line) => (
        <p key={line}>{typeset(line)}</p>
      ))}
      <div class="app-buttons">
        <a class="fr-btn fr-btn--secondary" href={reportHref(year, '.pdf')}>
          Rapport (PDF)
        </a>
        <a class="fr-btn fr-btn--secondary" href={reportHref(year, '.ods')}>
          Tableur (ODS)
        </a>
        <a class="fr-btn fr-btn--secondary" href={reportHref(year, '.csv')}>
          Toutes les données (CSV)
        </a>
        {isFrozen && (
          <a class="fr-btn fr-btn--tertiary" href={reportHref(year, '.json')}>
            Texte de l’empreinte (JSON)
          </a>
        )}
      </div>
      {sections.map((section) => (
        <Section key={section.id} section={section} />
      ))}
    </>
  );
  const crumbs = [{ href: REPORT_PATH, label: 'Rapports annuels' }];
  return new Page(title, content, { crumbs });
}

function Section({
  section: { id, title, lead, table, notes },
}: {
  readonly section: ReportSection;
}) {
  return (
    <section aria-labelledby={`${id}-section`}>
      <h2 id={`${id}-section`}>{title}</h2>
      {lead.map((line) => (
        <p key={line}>{typeset(line)}</p>
      ))}
      {table && <NumberedTable table={table} />}
      {notes.length > 0 && (
        <ul>
          {notes.map((note) => (
            <li key={note}>{typeset(note)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function NumberedTable({ table }: { readonly table: ReportTable }) {
  const { id, number, caption, columns, rows } = table;
  return (
    <DataTable
      id={id}
      caption={typeset(`Tableau ${number} – ${caption}`)}
      isCaptionVisible
      columns={columns.map(({ label, isNumber = false, isBar = false }, at) => ({
        key: `${at}`,
        label,
        isNumber,
        cell: (cells: readonly ReportCell[]) => <ReportCellView cell={cells[at]} isBar={isBar} />,
      }))}
      rows={rows}
      keyOf={(cells) => cells[0]?.text ?? ''}
    />
  );
}

interface CellProps {
  readonly cell: ReportCell | undefined;
  readonly isBar: boolean;
}

function ReportCellView({ cell, isBar }: CellProps) {
  if (isBar) return <ShareBar percent={cell?.bar ?? null} />;
  return <TwoLines under={typeset(cell?.under ?? '')}>{typeset(cell?.text ?? '')}</TwoLines>;
}
