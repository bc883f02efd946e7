import { parseMonth, type Month } from '../../../kernel/index.js';
import { readRowToken, type FormValues, type RowToken } from '../../../platform/pages/index.js';
import type { Presence } from '../../domain/volunteer.js';
import { SERVICE_PAGE_SIZE } from '../../use-cases/consult-service-list.js';
import { PRESENCES } from '../act/act-fields.js';
import { presenceOf } from '../act/act-form.js';

/** What a sheet says of one service. */
export interface SaidPresence extends RowToken {
  readonly presence: Presence;
}

/** The service, what is said of it, the month and the box for all others. */
export const MOST_FIELDS = SERVICE_PAGE_SIZE * 2 + 2;

/** Ticked: whoever is left blank was in service. */
export const OTHERS = { name: 'autres', value: 'present' } as const;

/**
 * What a sheet says, each service once. A row left blank says nothing, unless the box for all others
 * is ticked; what names no service or no choice of the list is left out.
 */
export function readSheet(form: FormValues): SaidPresence[] {
  const month = parseMonth(form.text('mois'));
  if (!month) return [];
  const others = form.ticked(OTHERS.name).includes(OTHERS.value) ? OTHERS.value : '';
  const said = Array.from({ length: SERVICE_PAGE_SIZE }, (_, index) => index + 1).flatMap(
    (number) => saidOf(form, { number, month, others }),
  );
  return [...new Map(said.map((one) => [one.id, one])).values()];
}

function saidOf(
  form: FormValues,
  { number, month, others }: { number: number; month: Month; others: string },
): SaidPresence[] {
  const token = readRowToken(form.text(`service-${number}`));
  const choice = form.text(`presence-${number}`) || others;
  if (token === null || !PRESENCES.some(({ value }) => value === choice)) return [];
  return [{ ...token, presence: { month, ...presenceOf(choice) } }];
}
