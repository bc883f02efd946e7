/** Overseas numbers whose country code people write and the files do not. */
const NATIONAL = /^(?:\+|00)(?:33|262|590|594|596)(\d{9})$/;

/**
 * A telephone number as people write it, in the form the exchange takes: spaces and dots dropped, ten
 * figures for France and the overseas departments, `00` and the code elsewhere.
 */
export function phoneNumber(typed: string): string {
  const figures = typed.replace(/[\s./()-]/g, '').replace(/^(\+33|0033)0/, '$1');
  const [, national] = NATIONAL.exec(figures) ?? [];
  return national === undefined ? figures.replace(/^\+/, '00') : `0${national}`;
}
