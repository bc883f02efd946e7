export { writePdf } from './write-pdf.js';
export type { PdfBlock, PdfCell, PdfColumn, PdfDocument, PdfTable } from './pdf-document.js';
