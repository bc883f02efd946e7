/**
 * Letters a name may hold, as explicit ranges, since most validators read no `\p{L}`: the Latin
 * alphabet with its French, regional and overseas letters, and the Polynesian glottal stop.
 */
export const LETTERS = 'A-Za-zÀ-ÖØ-öø-ɏʻʼḀ-ỿ';

/** One name: a letter first, then letters, apostrophes, spaces, dots, hyphens (exchange.md 7.a, I). */
export const NAME = `[${LETTERS}][${LETTERS}'’ .-]*`;

/** A line of address or a label: a letter or digit first, nothing a formula or a tag is made of. */
export const LABEL = `[${LETTERS}0-9][${LETTERS}0-9 '’.,/()°:«»&–-]*`;

/** An e-mail address in its usual form. */
export const EMAIL =
  "[A-Za-z0-9_][A-Za-z0-9._%+'-]*@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,24}";

/** The whole value must match. */
export function whole(pattern: string): string {
  return `^(?:${pattern})$`;
}
