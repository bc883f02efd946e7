export const REPORT_PATH = '/rapport';

/** The report of a year; `.pdf`, `.ods`, `.csv` give it as a file. */
export function reportHref(
  year: number,
  extension: '' | '.pdf' | '.ods' | '.csv' | '.json' = '',
): string {
  return `${REPORT_PATH}/${year}${extension}`;
}
