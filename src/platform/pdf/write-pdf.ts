import { Buffer } from 'node:buffer';
import PDFDocument from 'pdfkit';
import type { PdfBlock, PdfDocument } from './pdf-document.js';
import { FONTS, INK, MARGIN, printable, QUIET } from './pdf-style.js';
import { drawTable } from './pdf-table.js';

type Tags = PDFKit.PDFStructureElement;

/** Room that a heading wants below it: it never stands alone at the foot of a page. */
const ROOM_UNDER_HEADING = 90;

/**
 * Writes a tagged PDF: language, title, headings, lists and tables with their headers are in its
 * structure, for those who read with their ears. No browser is needed; the fonts are those that every
 * reader of PDF has.
 */
export async function writePdf(document: PdfDocument): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'fr-FR',
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: document.title,
      Author: document.author,
      CreationDate: new Date(document.createdAt),
    },
  });
  const chunks: Buffer[] = [];
  const written = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  for (const block of document.blocks) drawBlock(pdf, root, block);
  root.end();
  numberPages(pdf, printable(document.foot));
  pdf.end();
  return written;
}

function drawBlock(pdf: PDFKit.PDFDocument, root: Tags, block: PdfBlock): void {
  switch (block.kind) {
    case 'heading':
      return drawHeading(pdf, root, block);
    case 'paragraph':
      return drawParagraph(pdf, root, block.text);
    case 'list':
      return drawList(pdf, root, block.items);
    case 'table':
      return drawTable(pdf, root, block);
  }
}

function drawHeading(
  pdf: PDFKit.PDFDocument,
  root: Tags,
  { level, text }: Extract<PdfBlock, { kind: 'heading' }>,
): void {
  if (level > 1) pdf.y += 10;
  if (pdf.y + ROOM_UNDER_HEADING > pdf.page.maxY()) pdf.addPage();
  root.add(
    pdf.struct(`H${level}`, {}, () => {
      pdf.font(FONTS.bold, level === 1 ? 18 : 13).fillColor(INK);
      pdf.text(printable(text), MARGIN, pdf.y);
    }),
  );
  pdf.outline.addItem(printable(text));
  pdf.y += 4;
}

function drawParagraph(pdf: PDFKit.PDFDocument, root: Tags, text: string): void {
  root.add(
    pdf.struct('P', {}, () => {
      pdf.font(FONTS.plain, 9.5).fillColor(INK);
      pdf.text(printable(text), MARGIN, pdf.y, { lineGap: 1.5 });
    }),
  );
  pdf.y += 4;
}

function drawList(pdf: PDFKit.PDFDocument, root: Tags, items: readonly string[]): void {
  const list = pdf.struct('L');
  root.add(list);
  pdf.font(FONTS.plain, 9.5).fillColor(INK);
  for (const item of items) {
    const line = pdf.struct('LI');
    list.add(line);
    const room = pdf.heightOfString(printable(item), { width: pdf.page.width - 2 * MARGIN - 10 });
    if (pdf.y + room > pdf.page.maxY()) pdf.addPage();
    const top = pdf.y;
    line.add(pdf.struct('Lbl', {}, () => void pdf.text('–', MARGIN, top)));
    line.add(
      pdf.struct('LBody', {}, () => {
        pdf.text(printable(item), MARGIN + 10, top, { lineGap: 1.5 });
      }),
    );
    line.end();
    pdf.y += 2;
  }
  list.end();
  pdf.y += 4;
}

/** The foot of each page, left out of what is read aloud. */
function numberPages(pdf: PDFKit.PDFDocument, foot: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let at = start; at < start + count; at += 1) {
    pdf.switchToPage(at);
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.font(FONTS.plain, 8).fillColor(QUIET);
    // Below the margin, where a text would otherwise open a page of its own.
    pdf.page.margins.bottom = 0;
    pdf.text(`${foot} – page ${at + 1} sur ${count}`, MARGIN, pdf.page.height - MARGIN + 12, {
      width: pdf.page.width - 2 * MARGIN,
      align: 'center',
      lineBreak: false,
    });
    pdf.page.margins.bottom = MARGIN;
    pdf.endMarkedContent();
  }
}
