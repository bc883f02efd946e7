import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { inRow } from '../support/changes.js';
import type { FaultCase } from '../support/fault-case.js';

const REFUSED = { verdict: 'refused' } as const;
const APPLIED = { verdict: 'applied', rowFates: { lues: 3, appliquees: 3 } } as const;
const ONE_REJECTED = {
  verdict: 'applied',
  rowFates: { lues: 3, appliquees: 2, rejetees: 1 },
} as const;

const OTHER_FORMATS: readonly (readonly [number, string, string])[] = [
  [14, 'csv.age', 'an encrypted file'],
  [24, 'csv.zip', 'an archive'],
  [28, 'xlsx', 'a spreadsheet'],
  [29, 'ods', 'a spreadsheet of another office suite'],
];

const ZIP = Buffer.from('504b0304140000000800', 'hex');
const PROTECTED_ZIP = Buffer.from('504b0304140001000800', 'hex');
const REAL_TYPES: readonly (readonly [string, Buffer])[] = [
  ['a spreadsheet', Buffer.concat([ZIP, Buffer.alloc(20), Buffer.from('[Content_Types].xml')])],
  ['an archive', Buffer.concat([ZIP, Buffer.alloc(20), Buffer.from('ORI.csv')])],
  ['a compressed file', gzipSync('ORI')],
  ['a PDF', Buffer.from('%PDF-1.7\n')],
  ['a page', Buffer.from('<!DOCTYPE html><html><body><table></table></body></html>')],
  ['an encrypted file', Buffer.from('age-encryption.org/v1\n-> X25519 abc\n')],
];

/** An address with the letters that tell the old encodings apart. */
const ACCENTED = inRow(2, {
  adresse_voie: '12 allée des Orchidées à côté du théâtre',
  lieu_naissance: 'Saint-Benoît où l’été ne finit à aucun août',
});

/** Exchange.md 6.2: the container and the encoding. */
export const ENCODING_CASES: readonly FaultCase[] = [
  ...OTHER_FORMATS.map(([fault, extension, what]): FaultCase => ({
    fault,
    title: `${what}, .${extension}`,
    name: (name) => name.replace(/csv$/, extension),
    bytes: () => ZIP,
    ...REFUSED,
    said: ['* F FORMAT_NON_PRIS_EN_CHARGE'],
  })),
  ...REAL_TYPES.map(([what, bytes]): FaultCase => ({
    fault: 30,
    title: `${what} under a name in .csv`,
    bytes: () => bytes,
    ...REFUSED,
    said: ['* F TYPE_REEL_DIFFERENT'],
  })),
  {
    fault: 27,
    title: 'an archive with a password under a name in .csv',
    bytes: () => PROTECTED_ZIP,
    ...REFUSED,
    said: ['* F TYPE_REEL_DIFFERENT', '* F FICHIER_PROTEGE'],
  },
  {
    fault: 27,
    title: 'an old workbook, or one with a password, under a name in .csv',
    bytes: () => Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    ...REFUSED,
    said: ['* F TYPE_REEL_DIFFERENT', '* F FICHIER_PROTEGE'],
  },
  {
    fault: 31,
    title: 'a byte order mark',
    text: (csv) => `\uFEFF${csv}`,
    ...APPLIED,
    said: [],
  },
  {
    fault: 32,
    title: 'UTF-16 in the order of a spreadsheet',
    bytes: (bytes) => Buffer.from(`\uFEFF${bytes.toString()}`, 'utf16le'),
    ...APPLIED,
    said: ['* A ENCODAGE_CONVERTI'],
  },
  {
    fault: 32,
    title: 'UTF-16 in the other order',
    bytes: (bytes) => Buffer.from(`\uFEFF${bytes.toString()}`, 'utf16le').swap16(),
    ...APPLIED,
    said: ['* A ENCODAGE_CONVERTI'],
  },
  {
    fault: 33,
    title: 'UTF-16 that does not say so',
    bytes: (bytes) => Buffer.from(bytes.toString(), 'utf16le'),
    ...REFUSED,
    said: ['* F ENCODAGE_INDETERMINE'],
  },
  {
    fault: 34,
    title: 'the encoding of Windows',
    rows: ACCENTED,
    bytes: (bytes) => iconv.encode(bytes.toString(), 'win1252'),
    ...APPLIED,
    said: ['* A ENCODAGE_CONVERTI'],
  },
  {
    fault: 35,
    title: 'the encoding of old Macs, when the letters tell it',
    rows: ACCENTED,
    bytes: (bytes) => iconv.encode(bytes.toString(), 'macroman'),
    ...APPLIED,
    said: ['* A ENCODAGE_CONVERTI'],
  },
  {
    fault: 35,
    title: 'an encoding nothing tells',
    rows: inRow(2, { nom_naissance: 'KANARI GENEVI?VE' }),
    bytes: (bytes) => Buffer.from(bytes.toString('latin1').replace('?', '\xd4'), 'latin1'),
    ...REFUSED,
    said: ['3 F ENCODAGE_INDETERMINE'],
  },
  {
    fault: 36,
    title: 'two encodings in one file',
    rows: ACCENTED,
    bytes: (bytes) =>
      Buffer.concat([bytes, Buffer.from('4;SITUATION;;Saint-Beno\xeet\r\n', 'latin1')]),
    ...REFUSED,
    said: ['5 F ENCODAGE_MIXTE'],
  },
  {
    fault: 37,
    title: 'accents encoded twice',
    rows: inRow(2, { nom_naissance: 'KANARI HÃ©lÃ¨ne' }),
    ...ONE_REJECTED,
    said: ['3 L TEXTE_MAL_ENCODE nom_naissance'],
  },
  {
    fault: 38,
    title: 'a letter already lost',
    rows: inRow(2, { nom_naissance: 'KANARI H\uFFFDl\uFFFDne' }),
    ...ONE_REJECTED,
    said: ['3 L CARACTERE_PERDU nom_naissance'],
  },
  ...[
    ['accents of a Mac', 'KANARI He\u0301le\u0300ne'],
    ['a no-break space', 'KANARI\u00a0LOUISE'],
    ['a zero-width space', 'KANA\u200bRIE'],
    ['a soft hyphen', 'KANA\u00adRIF'],
    ['a right-to-left mark', '\u200fKANARIG'],
  ].map(([what = '', name = '']): FaultCase => ({
    fault: 39,
    title: what,
    rows: inRow(2, { nom_naissance: name }),
    ...APPLIED,
    said: ['3 I TEXTE_NORMALISE nom_naissance'],
  })),
  {
    fault: 39,
    title: 'a control character',
    rows: inRow(2, { nom_naissance: 'KANARI\u0007' }),
    ...ONE_REJECTED,
    said: ['3 L constraint-error nom_naissance CARACTERE_INTERDIT'],
  },
  {
    fault: 40,
    title: 'a NUL in a value',
    rows: inRow(2, { nom_naissance: 'KANARI\0' }),
    ...REFUSED,
    said: ['3 F OCTET_NUL'],
  },
  {
    fault: 41,
    title: 'an empty file',
    bytes: () => Buffer.alloc(0),
    ...REFUSED,
    said: ['* F FICHIER_VIDE'],
  },
  {
    fault: 42,
    title: 'a header and nothing more',
    rows: () => [],
    ...REFUSED,
    said: ['* F AUCUNE_LIGNE'],
  },
  {
    fault: 43,
    title: 'a nil file with rows',
    nature: 'N',
    rows: (rows) => rows,
    ...REFUSED,
    said: ['* F NEANT_AVEC_LIGNES'],
  },
];
