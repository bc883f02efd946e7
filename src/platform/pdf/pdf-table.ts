import type { PdfCell, PdfColumn, PdfTable } from './pdf-document.js';
import { BAR, FONTS, INK, MARGIN, printable, QUIET, RULE } from './pdf-style.js';

type Tags = PDFKit.PDFStructureElement;

const SIZES = { text: 8, under: 6.8, head: 7.5, caption: 9.5 };
const PAD = 3;

interface Frame {
  readonly column: PdfColumn;
  readonly x: number;
  readonly width: number;
}

/** Draws a table; its head is drawn again, and read once, on each page it goes on. */
export function drawTable(pdf: PDFKit.PDFDocument, root: Tags, table: PdfTable): void {
  const frames = framesOf(pdf, table.columns);
  const tags = pdf.struct('Table');
  root.add(tags);
  drawCaption(pdf, tags, table.caption, headHeight(pdf, frames));
  const head = pdf.struct('TR');
  tags.add(head);
  drawHead(pdf, frames, head);
  for (const cells of table.rows) {
    const height = rowHeight(pdf, frames, cells);
    if (pdf.y + height > pdf.page.maxY()) {
      pdf.addPage();
      drawHead(pdf, frames, null);
    }
    const row = pdf.struct('TR');
    tags.add(row);
    drawRow(pdf, frames, cells, row);
    row.end();
    moveBelow(pdf, height);
  }
  tags.end();
  pdf.y += 8;
}

function framesOf(pdf: PDFKit.PDFDocument, columns: readonly PdfColumn[]): Frame[] {
  const room = pdf.page.width - 2 * MARGIN;
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  let x = MARGIN;
  return columns.map((column) => {
    const width = (room * column.share) / whole;
    const frame = { column, x, width };
    x += width;
    return frame;
  });
}

function drawCaption(pdf: PDFKit.PDFDocument, tags: Tags, caption: string, below: number): void {
  const text = printable(caption);
  pdf.font(FONTS.bold, SIZES.caption);
  const height = pdf.heightOfString(text);
  // With its head and a few rows, or on the next page.
  if (pdf.y + height + below + 40 > pdf.page.maxY()) pdf.addPage();
  tags.add(
    pdf.struct('Caption', {}, () => {
      pdf.font(FONTS.bold, SIZES.caption).fillColor(INK).text(text, MARGIN, pdf.y);
    }),
  );
  pdf.y += 3;
}

function headHeight(pdf: PDFKit.PDFDocument, frames: readonly Frame[]): number {
  pdf.font(FONTS.bold, SIZES.head);
  const heights = frames.map(({ column, width }) =>
    pdf.heightOfString(printable(column.label), { width: width - 2 * PAD }),
  );
  return Math.max(...heights) + 2 * PAD;
}

function drawHead(pdf: PDFKit.PDFDocument, frames: readonly Frame[], row: Tags | null): void {
  const [top, height] = [pdf.y, headHeight(pdf, frames)];
  for (const { column, x, width } of frames) {
    const draw = () => {
      pdf.font(FONTS.bold, SIZES.head).fillColor(INK);
      pdf.text(printable(column.label), x + PAD, top + PAD, {
        width: width - 2 * PAD,
        align: column.isNumber ? 'right' : 'left',
      });
    };
    if (row) row.add(header(pdf, 'Column', draw));
    else asArtifact(pdf, draw);
  }
  row?.end();
  pdf.y = top;
  moveBelow(pdf, height);
}

function drawRow(
  pdf: PDFKit.PDFDocument,
  frames: readonly Frame[],
  cells: readonly PdfCell[],
  row: Tags,
): void {
  const top = pdf.y;
  frames.forEach((frame, at) => {
    const cell = cells[at] ?? { text: '' };
    const draw = () => {
      drawCell(pdf, frame, cell, top);
    };
    row.add(at === 0 ? header(pdf, 'Row', draw) : pdf.struct('TD', {}, draw));
    if (cell.bar !== undefined && cell.bar !== null) drawBar(pdf, frame, cell.bar, top);
  });
  pdf.y = top;
}

function drawCell(
  pdf: PDFKit.PDFDocument,
  { column, x, width }: Frame,
  { text, under = '' }: PdfCell,
  top: number,
): void {
  const options = {
    width: width - 2 * PAD,
    align: column.isNumber ? ('right' as const) : ('left' as const),
  };
  pdf.font(FONTS.plain, SIZES.text).fillColor(INK);
  pdf.text(printable(text), x + PAD, top + PAD, options);
  if (under === '') return;
  pdf.font(FONTS.plain, SIZES.under).fillColor(QUIET);
  pdf.text(printable(under), x + PAD, pdf.y, options);
}

/** A number beside it says the same: the bar is left out of what is read aloud. */
function drawBar(pdf: PDFKit.PDFDocument, { x, width }: Frame, bar: number, top: number): void {
  const room = width - 2 * PAD;
  const part = (room * Math.max(0, Math.min(100, bar))) / 100;
  asArtifact(pdf, () => {
    pdf.rect(x + PAD, top + PAD + 1, room, 6).fill(RULE);
    if (part > 0) pdf.rect(x + PAD, top + PAD + 1, part, 6).fill(BAR);
  });
}

function rowHeight(
  pdf: PDFKit.PDFDocument,
  frames: readonly Frame[],
  cells: readonly PdfCell[],
): number {
  const heights = frames.map(({ width }, at) => {
    const { text = '', under = '' } = cells[at] ?? {};
    const room = { width: width - 2 * PAD };
    const first = pdf.font(FONTS.plain, SIZES.text).heightOfString(printable(text) || ' ', room);
    if (under === '') return first;
    return first + pdf.font(FONTS.plain, SIZES.under).heightOfString(printable(under), room);
  });
  return Math.max(...heights) + 2 * PAD;
}

/** Goes below a row, under a thin line. */
function moveBelow(pdf: PDFKit.PDFDocument, height: number): void {
  const y = pdf.y + height;
  asArtifact(pdf, () => {
    pdf.moveTo(MARGIN, y).lineTo(pdf.page.width - MARGIN, y);
    pdf.lineWidth(0.5).strokeColor(RULE).stroke();
  });
  pdf.y = y;
}

function asArtifact(pdf: PDFKit.PDFDocument, draw: () => void): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  draw();
  pdf.endMarkedContent();
}

/** A header says what it is the head of; the types of the package do not know that option yet. */
function header(pdf: PDFKit.PDFDocument, scope: 'Row' | 'Column', draw: () => void): Tags {
  const options: object = { scope };
  return pdf.struct('TH', options, draw);
}
