/** What the form of a page sends when nobody touched it. */
export function blankForm(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/<input[^>]*name="([a-z]+-\d+|page)"[^>]*>/g)];
  const values = inputs.map(([tag, name]) => [name, /value="([^"]*)"/.exec(tag)?.[1] ?? '']);
  const selects = [...html.matchAll(/<select[^>]*name="([^"]+)"/g)].map(([, name]) => [name, '']);
  return Object.fromEntries([...values, ...selects]) as Record<string, string>;
}
/** The rows in their order: true where there is nothing to fill in any more. */
export const isSaved = (html: string): boolean[] =>
  [...html.matchAll(/<tr><th scope="row">[\s\S]*?<\/tr>/g)].map(
    ([row]) => !row.includes('<select'),
  );

/** A row that says the candidate did not come. */
export const ABSENT = (number: number) => ({
  [`resultat-${number}`]: 'ABSENT',
  [`decision-${number}`]: '25/11/2026',
});
/** A row that lacks the day of the incorporation. */
export const RETAINED = (number: number) => ({
  [`resultat-${number}`]: 'APTE_RETENU',
  [`decision-${number}`]: '25/11/2026',
});
