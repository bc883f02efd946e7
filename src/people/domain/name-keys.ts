import { remembered } from './remembered.js';

/**
 * Keys of names: what two spellings of one name have in common (exchange.md 7.f, rules 1 to 5).
 * Keys are compared, never shown and never stored in place of the name.
 */

/** Letters that Unicode does not decompose into a base letter and a mark. */
const PLAIN_LETTERS: readonly (readonly [RegExp, string])[] = [
  [/Œ/gu, 'OE'],
  [/Æ/gu, 'AE'],
  [/[ßẞ]/gu, 'SS'],
  [/Ø/gu, 'O'],
  [/Ł/gu, 'L'],
  [/[ĐÐ]/gu, 'D'],
];

const PARTICLES = new Set('DE DU DES D LA LE L VAN VON DER DEN AL EL BEN BENT IBN OULD'.split(' '));

/** Words after which a surname field holds the name of a spouse or a former name. */
const SURNAME_CUTS = new Set(['EPOUSE', 'EP', 'VEUVE', 'VVE', 'NEE']);

/** What is written when civil status gives no surname: it names nobody. */
const NO_SURNAME = new Set(['XX', 'XXX', 'SNP', 'SANSNOM', 'INCONNU', 'INCONNUE']);

const SAINTS: Readonly<Record<string, string>> = { ST: 'SAINT', STE: 'SAINTE' };

/** Most names of a file are written so: nothing of them would change. */
const FOLDED_ALREADY = /^[A-Z]+(?: [A-Z]+)*$/;
/** Nor has Unicode anything to say of these. */
const PLAIN_TEXT = /^[ -~]*$/;

/**
 * The name in capitals A-Z (letters of other alphabets stay), words separated by one space:
 * accents, ligatures, apostrophes, hyphens and dots of all kinds no longer count (rules 1 and 2).
 * `''` when the text holds no letter.
 */
export function foldName(text: string): string {
  if (FOLDED_ALREADY.test(text)) return text;
  return PLAIN_TEXT.test(text)
    ? text
        .toUpperCase()
        .replace(/[^A-Z]+/g, ' ')
        .trim()
    : foldUnicode(text);
}

/** The same few names fill a file, and the tables of Unicode are slow. */
const foldUnicode = remembered((text: string): string => {
  // Marks first: without its accent, Ǽ is an Æ to be written AE.
  let folded = text.normalize('NFKC').toLocaleUpperCase('fr').normalize('NFD');
  folded = folded.replace(/[\p{M}\p{Cf}]/gu, '');
  for (const [letter, plain] of PLAIN_LETTERS) folded = folded.replace(letter, plain);
  return (
    folded
      // Modifier letters are the apostrophes of Oceanian and African spellings (ʻ, ʼ).
      .replace(/[\p{Lm}\P{L}]+/gu, ' ')
      .trim()
  );
});

/** Letters only (rule 3): `D'ORNANO` = `DORNANO`, `LE GOFF` = `LEGOFF`. */
export function tightKey(text: string): string {
  return foldName(text).replaceAll(' ', '');
}

/**
 * The words of a name without its particles (rule 4). A name made of particles alone (`LE`, `BEN`)
 * keeps them: they are the name.
 */
export function nameTokens(text: string): ReadonlySet<string> {
  const words = wordsOf(text);
  const strong = words.filter((word) => !PARTICLES.has(word));
  return new Set(strong.length > 0 ? strong : words);
}

/** What a surname field says once read by rule 5. */
export interface SurnameKeys {
  /** Tight key, `SAINT`/`ST` unified, cut before `EPOUSE`, `NEE`…; `''` when empty or `XXX`. */
  readonly key: string;
  readonly tokens: ReadonlySet<string>;
  /** Key of the other name the field carried, compared as a name in use. */
  readonly otherKey: string | null;
}

/** Reads a surname field: `DUPONT épouse MARTIN` is DUPONT, known also as MARTIN. */
export const surnameKeys = remembered((text: string): SurnameKeys => {
  const words = wordsOf(text);
  const cut = words.findIndex(
    (word, index) => index > 0 && index < words.length - 1 && SURNAME_CUTS.has(word),
  );
  const own = cut < 0 ? words : words.slice(0, cut);
  const key = own.join('');
  return {
    key: NO_SURNAME.has(key) ? '' : key,
    tokens: nameTokens(own.join(' ')),
    otherKey: cut < 0 ? null : words.slice(cut + 1).join(''),
  };
});

function wordsOf(text: string): readonly string[] {
  const folded = foldName(text);
  return folded === '' ? [] : folded.split(' ').map((word) => SAINTS[word] ?? word);
}
