import type { ExchangeFile } from './exchange-file.js';

/** `SUI_P_RSMA-RE_2026-11_000214_I_v1_AEE-2026-0001234.json`: a receipt says of what it is one. */
export function receiptName(file: ExchangeFile): string {
  return `${stemOf(file)}${file.number}.json`;
}

/** The same for a report, in each of its formats. */
export function reportName(file: ExchangeFile, format: string): string {
  return `${stemOf(file)}${file.report?.number ?? file.number}.${format}`;
}

/** Only a name the door has read may become one of ours (SEC-47). */
function stemOf({ place, fileName }: ExchangeFile): string {
  return place && fileName ? `${fileName.replace(/\.[a-z.]+$/, '')}_` : '';
}
