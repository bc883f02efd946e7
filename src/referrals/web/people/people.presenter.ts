import type { LocalDate } from '../../../kernel/index.js';
import { birthWords, listedName, type PersonRecord } from '../../../people/index.js';
import { counted, longDate, typeset } from '../../../platform/french/index.js';
import type { ActiveFilter, Tone } from '../../../platform/pages/index.js';
import { isOpen, type ReferralState } from '../../domain/referral.js';
import type { ReferralView } from '../../http/referral.view.js';
import { PEOPLE_PER_PAGE } from '../../use-cases/search-own-people.js';
import { STATE_WORDS } from '../referral-words.js';
import { WORKLIST_PATH } from '../worklist/worklist-search.js';
import { PEOPLE_PATH, personPath, type PeopleAddress } from './people-search.js';

/** Somebody of the list, in words. */
export interface PersonRow {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly birthDate: string;
  readonly imiloId: string;
}

/** The list, in words. */
export interface PeoplePresented {
  readonly title: string;
  readonly total: string;
  readonly pages: number;
  readonly rows: readonly PersonRow[];
  readonly active: readonly ActiveFilter[];
  readonly empty: { readonly title: string; readonly text: string };
}

/** Every word of the list of young people; its title names nobody. */
export function presentPeople(
  address: PeopleAddress,
  found: { readonly items: readonly PersonRecord[]; readonly total: number },
): PeoplePresented {
  const pages = Math.max(1, Math.ceil(found.total / PEOPLE_PER_PAGE));
  return {
    title: pages > 1 ? `Jeunes – page ${address.page} sur ${pages}` : 'Jeunes',
    total: counted(found.total, 'jeune', 'jeunes'),
    pages,
    rows: found.items.map(({ id, identity, imiloId }) => ({
      id,
      href: personPath(id),
      name: listedName(identity),
      birthDate: birthWords(identity.birthDate),
      imiloId: imiloId ?? '',
    })),
    active:
      address.text === '' ? [] : [{ label: typeset(`« ${address.text} »`), href: PEOPLE_PATH }],
    empty: emptyWords(address, found.total > 0),
  };
}

function emptyWords({ text }: PeopleAddress, hasOthers: boolean) {
  if (hasOthers) {
    return { title: 'Cette page est vide', text: 'Revenez à la première page de la liste.' };
  }
  if (text !== '') {
    return {
      title: 'Aucun jeune ne correspond',
      text: 'Vérifiez l’orthographe du nom. Les accents et les majuscules ne comptent pas.',
    };
  }
  return {
    title: 'Aucun jeune',
    text: 'Les jeunes que votre mission locale oriente apparaîtront ici.',
  };
}

/** A referral of somebody, in words. */
export interface PersonReferral {
  readonly id: string;
  readonly href: string;
  readonly reference: string;
  readonly unit: string;
  readonly state: { readonly label: string; readonly tone: Tone };
  readonly referredOn: string;
  readonly outcome: string;
}

/** The referrals of somebody, the latest first, and the one under way. */
export interface PersonReferrals {
  readonly rows: readonly PersonReferral[];
  readonly open: PersonReferral | null;
}

/** What became of somebody, referral by referral. */
export function presentReferrals(
  views: readonly ReferralView[],
  outcomeLabel: (code: string) => string,
): PersonReferrals {
  const rows = views.map((view) => ({
    id: view.id,
    href: `${WORKLIST_PATH}/${view.id}`,
    reference: view.reference,
    unit: view.unit.name,
    state: STATE_WORDS[view.state as ReferralState],
    referredOn: view.referredOn ? longDate(view.referredOn as LocalDate) : '',
    outcome: outcomeOf(view, outcomeLabel),
  }));
  const openId = views.find(({ state }) => isOpen({ state: state as ReferralState }))?.id;
  return { rows, open: rows.find(({ id }) => id === openId) ?? null };
}

function outcomeOf({ outcome }: ReferralView, labelOf: (code: string) => string): string {
  if (!outcome) return '';
  return `${labelOf(outcome.code)}, le ${longDate(outcome.decidedOn as LocalDate)}`;
}
