import type { LocalDate } from '../../../../kernel/index.js';
import { isPartialBirthDate, listedName } from '../../../../people/index.js';
import { shortDate } from '../../../../platform/french/index.js';
import type { KnownYoungPerson } from '../../../use-cases/find-known-people.js';
import { WORKLIST_PATH } from '../../worklist/worklist-search.js';

/** Somebody already on file, in words. */
export interface KnownPresented {
  readonly id: string;
  readonly name: string;
  readonly facts: string;
  /** The referral under way: nobody has two. */
  readonly open: { readonly href: string; readonly label: string } | null;
}

/** Those who may be the one described, as an adviser tells them apart. */
export function presentKnown(known: readonly KnownYoungPerson[]): KnownPresented[] {
  return known.map(({ person: { id, identity, imiloId }, open }) => ({
    id,
    name: listedName(identity),
    facts: [
      isPartialBirthDate(identity.birthDate)
        ? 'Naissance connue en partie'
        : `Naissance ${shortDate(identity.birthDate as string as LocalDate)}`,
      identity.firstNames.length > 1 ? `Prénoms : ${identity.firstNames.join(', ')}` : '',
      imiloId === null ? '' : `i-milo ${imiloId}`,
    ]
      .filter(Boolean)
      .join(' · '),
    open: open && {
      href: `${WORKLIST_PATH}/${open.id}`,
      label: `Ouvrir l’orientation en cours ${open.reference}`,
    },
  }));
}
