import type { Instant } from '../../../kernel/index.js';
import { typeset } from '../../../platform/french/index.js';
import { writePdf, type PdfBlock } from '../../../platform/pdf/index.js';
import { writeOds, type Sheet, type SheetCell } from '../../../platform/spreadsheet/index.js';
import type { Report } from '../../domain/report/report.js';
import { FIGURE_HEADER, figureRows } from '../figure-rows.js';
import { reportDocument } from './report-document.js';
import type { ReportSection, ReportTable } from './report-layout.js';

/** What a file says of the report besides its figures: whether it may still move, and since when. */
export interface ReportStatus {
  readonly lines: readonly string[];
  readonly at: Instant;
}

/** The report on paper. */
export async function reportPdf(report: Report, status: ReportStatus): Promise<Buffer> {
  const { title, lead, sections } = reportDocument(report);
  return writePdf({
    title: `Passerelle – ${title}`,
    author: 'Passerelle',
    createdAt: status.at,
    foot: `Passerelle – ${title}`,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      ...[...lead, ...status.lines].map(paragraph),
      ...sections.flatMap(blocksOf),
    ],
  });
}

function blocksOf({ title, lead, table, notes }: ReportSection): PdfBlock[] {
  return [
    { kind: 'heading', level: 2, text: title },
    ...lead.map(paragraph),
    ...(table ? [tableBlock(table)] : []),
    ...(notes.length > 0 ? [{ kind: 'list' as const, items: notes.map(typeset) }] : []),
  ];
}

function paragraph(text: string): PdfBlock {
  return { kind: 'paragraph', text: typeset(text) };
}

function tableBlock({ number, caption, columns, rows }: ReportTable): PdfBlock {
  return {
    kind: 'table',
    caption: typeset(`Tableau ${number} – ${caption}`),
    columns,
    rows: rows.map((cells) =>
      cells.map((cell) => ({ ...cell, text: typeset(cell.text), under: typeset(cell.under) })),
    ),
  };
}

/** The report as a workbook: what it is, its tables one after the other, every figure, the definitions. */
export async function reportOds(report: Report, status: ReportStatus): Promise<Uint8Array> {
  const { title, lead, sections } = reportDocument(report);
  const notes = sections.flatMap((section) => section.notes);
  const about = [title, ...lead, ...status.lines, ...notes].map((line) => [line]);
  return writeOds(`Passerelle – ${title}`, [
    { name: 'Rapport', headings: 1, rows: about },
    { name: 'Données', headings: 1, rows: [[...FIGURE_HEADER], ...figureRows(report)] },
    ...sections.flatMap(({ table }) => (table ? [sheetOf(table)] : [])),
  ]);
}

/** A table of the report; what stands under a figure takes a column of its own. */
function sheetOf({ number, caption, columns, rows }: ReportTable): Sheet {
  const kept = columns.flatMap(({ isBar }, at) => (isBar ? [] : [at]));
  const hasUnder = new Set(kept.filter((at) => rows.some((cells) => cells[at]?.under)));
  const spread = (of: (at: number, isUnder: boolean) => SheetCell): SheetCell[] =>
    kept.flatMap((at) => (hasUnder.has(at) ? [of(at, false), of(at, true)] : [of(at, false)]));
  const head = spread((at, isUnder) => {
    const label = columns[at]?.label ?? '';
    return isUnder ? `${label} (précision)` : label;
  });
  return {
    name: `Tableau ${number}`,
    headings: 2,
    rows: [
      [`Tableau ${number} – ${caption}`],
      head,
      ...rows.map((cells) =>
        spread((at, isUnder) => (isUnder ? cells[at]?.under : cells[at]?.text) ?? ''),
      ),
    ],
  };
}
