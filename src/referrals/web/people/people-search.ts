import { nameTokens, type PeopleSearch } from '../../../people/index.js';
import { FormValues } from '../../../platform/pages/index.js';

export const PEOPLE_PATH = '/jeunes';

/** The page of a young person. */
export function personPath(id: string): string {
  return `${PEOPLE_PATH}/${id}`;
}

/** What the address of the list says. */
export interface PeopleAddress {
  /** As typed: a name or an i-milo number. */
  readonly text: string;
  readonly page: number;
}

const LONGEST_TEXT = 100;
const LAST_PAGE = 100_000;

/** Reads an address; what does not do is as if it were not there: a link never answers an error. */
export function readPeopleAddress(query: unknown): PeopleAddress {
  const values = new FormValues(query);
  const page = Number(values.text('page'));
  return {
    text: values.text('recherche').slice(0, LONGEST_TEXT),
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  };
}

/** The address of a search, at one of its pages. */
export function peopleHref({ text, page }: PeopleAddress): string {
  const parts = new URLSearchParams({
    ...(text === '' ? {} : { recherche: text }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();
  return parts === '' ? PEOPLE_PATH : `${PEOPLE_PATH}?${parts}`;
}

/** A text with a figure is a number; any other is a name, and one without a letter names nobody. */
export function searchOf({ text }: PeopleAddress): PeopleSearch {
  if (text === '') return {};
  if (/\d/.test(text)) return { number: text };
  const words = [...nameTokens(text)];
  return { nameWords: words.length === 0 ? [text] : words };
}
