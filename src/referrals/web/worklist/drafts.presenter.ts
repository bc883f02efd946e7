import { counted, longInstant } from '../../../platform/french/index.js';
import type { Preparation } from '../../domain/preparation.js';
import { preparedName } from '../refer/prepared-name.js';
import { detailsPath } from '../refer/refer-paths.js';

/** What is typed and not sent yet, in words. */
export interface DraftsPresented {
  readonly title: string;
  readonly rows: readonly { readonly href: string; readonly name: string; readonly when: string }[];
}

/** The drafts of a mission locale, the latest first; null when there is nothing to finish. */
export function presentDrafts(
  items: readonly Preparation[],
  total: number,
  timeZone: string,
): DraftsPresented | null {
  if (items.length === 0) return null;
  return {
    title: `${counted(total, 'brouillon', 'brouillons')} à terminer`,
    rows: items.map(({ id, typed, updatedAt }) => ({
      href: detailsPath(id),
      name: preparedName(typed),
      when: `enregistré le ${longInstant(updatedAt, timeZone)}`,
    })),
  };
}
