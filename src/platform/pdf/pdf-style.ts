/** Fonts that every reader of PDF has: nothing is embedded, and the letters of French are in them. */
export const FONTS = { plain: 'Helvetica', bold: 'Helvetica-Bold' } as const;

/** Points around the page. */
export const MARGIN = 42;

export const INK = '#161616';
export const QUIET = '#555555';
export const RULE = '#c8c8c8';
export const BAR = '#000091';

/** The narrow spaces of French numbers are not in the fonts: the wider one that does not break is. */
export function printable(text: string): string {
  return text.replaceAll('\u202F', '\u00A0');
}
