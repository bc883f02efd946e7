import { parseLocalDate, type LocalDate } from '../../../kernel/index.js';
import { monthText, parseMonthText, type Presence } from '../../../volunteers/index.js';

/** A month of presence as a row told it. */
export interface ToldMonth extends Presence {
  readonly plannedEndOn: LocalDate;
  /** True once a row told that it does not stand any more. */
  readonly isTakenBack: boolean;
}

/** Pure: what rows told of the months of a service, from what was kept of them. */
export function readToldMonths(kept: string | null): ToldMonth[] {
  return (kept ?? '').split(' ').flatMap((word) => {
    const isTakenBack = word.startsWith('-');
    const text = isTakenBack ? word.slice(1) : word;
    const presence = parseMonthText(text);
    const plannedEndOn = parseLocalDate(text.split('/').at(-1) ?? '');
    return presence && plannedEndOn ? [{ ...presence, plannedEndOn, isTakenBack }] : [];
  });
}

/** Pure: what is kept of them: `2026-11/O/N/2027-07-31`, after a dash once it is taken back. */
export function keptMonths(told: readonly ToldMonth[]): string {
  return told
    .map((one) => `${one.isTakenBack ? '-' : ''}${monthText(one)}/${one.plannedEndOn}`)
    .join(' ');
}

/** With what the news of the months of a service are found. */
export interface MonthsToTell {
  readonly told: readonly ToldMonth[];
  readonly standing: readonly Presence[];
  /** The latest, which is told whether or not it was told before. */
  readonly latest: ToldMonth | null;
  /** True when what was said is to be told again: which file said which month is not kept. */
  readonly isAgain: boolean;
}

/** Pure: the months to tell now, those that are taken back first. */
export function monthNews({ told, standing, latest, isAgain }: MonthsToTell): ToldMonth[] {
  const stands = new Set(standing.map(({ month }) => month));
  const gone = told
    .filter(({ month, isTakenBack }) => !stands.has(month) && (isAgain || !isTakenBack))
    .map((one) => ({ ...one, isTakenBack: true }));
  const changed = standing.flatMap((presence) => {
    const before = told.find(({ month }) => month === presence.month);
    const isLatest = presence.month === latest?.month;
    const plannedEndOn = isLatest ? latest.plannedEndOn : before?.plannedEndOn;
    if (!plannedEndOn) return [];
    const now = { ...presence, plannedEndOn, isTakenBack: false };
    const isKnown = before !== undefined && isToldSo(before, now);
    return isKnown && !isAgain ? [] : [now];
  });
  return [...gone, ...changed];
}

/** Pure: true when a month that stood as it was told is now told otherwise. */
export function isToldOtherwise(told: readonly ToldMonth[], now: ToldMonth): boolean {
  const before = told.find(({ month, isTakenBack }) => month === now.month && !isTakenBack);
  return before !== undefined && !isToldSo(before, now);
}

function isToldSo(before: ToldMonth, now: ToldMonth): boolean {
  return keptMonths([before]) === keptMonths([now]);
}

/** Pure: what was told once the news are. */
export function toldAfter(told: readonly ToldMonth[], news: readonly ToldMonth[]): ToldMonth[] {
  const again = new Set(news.map(({ month }) => month));
  const all = [...told.filter(({ month }) => !again.has(month)), ...news];
  return all.toSorted((one, other) => (one.month < other.month ? -1 : 1));
}
