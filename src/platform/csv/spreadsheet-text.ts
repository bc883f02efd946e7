/** What a spreadsheet takes for a formula, full-width forms included (trust.md SEC-48). */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;

/** A cell a person can open in a spreadsheet: it shows as text, never as a formula. */
export function spreadsheetText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
