import type { FaultCase, ManifestJson } from '../support/fault-case.js';

const REFUSED = { verdict: 'refused' } as const;

/** A manifest that cannot be read: the precision, and what is done to its text. */
const UNREADABLE: readonly (readonly [string, string, (text: string) => string])[] = [
  ['of more than 64 KB', 'TAILLE', (text) => text.replace('{', `{"x":"${'y'.repeat(65_536)}",`)],
  ['ten thousand levels deep', 'PROFONDEUR', (text) => wrapped(text, nested(10_000))],
  [
    'with a key that reaches prototypes',
    'CLE_INTERDITE',
    (text) => wrapped(text, '{"__proto__":1}'),
  ],
  ['with the same key twice', 'CLE_DOUBLE', (text) => text.replace('{', '{"flux":"SUI",')],
  ['with a number that is none', 'JSON', (text) => wrapped(text, 'NaN')],
  ['cut short', 'JSON', (text) => text.slice(0, -1)],
  ['that is a list', 'OBJET', (text) => `[${text}]`],
  ['that is no text', 'JSON', () => '\u0000\u0001'],
  ['without a required key', 'CLE_ABSENTE', (text) => text.replace('"schema":', '"schemas":')],
  [
    'with an impossible value',
    'VALEUR',
    (text) => text.replace(/"periode":"[^"]*"/, '"periode":"2026-13"'),
  ],
  ['of another file', 'NOM_DIFFERENT', (text) => text.replace('"flux":"ORI"', '"flux":"SUI"')],
];

/** Exchange.md 6.4: manifest, sequence, replay. */
export const MANIFEST_CASES: readonly FaultCase[] = [
  counted('a size that is not that of the file', '* F byte-count', ({ fichier }) => {
    fichier.octets += 1;
  }),
  counted('a hash that is not that of the file', '* F hash-count', ({ fichier }) => {
    fichier.sha256 = 'a'.repeat(64);
  }),
  counted('rows of another type', '* F TOTAL_CONTROLE PAR_TYPE', ({ totaux }) => {
    totaux.par_type = { SITUATION: 2, EVENEMENT: 1, CORRECTION: 0, ANNULATION: 0 };
  }),
  counted('rows for somebody else', '* F TOTAL_CONTROLE PAR_DESTINATAIRE', ({ totaux }) => {
    totaux.par_destinataire = { 'RSMA-RE': 2, 'RSMA-YT': 1 };
  }),
  counted('totals that do not add up', '* F TOTAL_CONTROLE LIGNES', ({ totaux }) => {
    totaux.par_type['SITUATION'] = 2;
  }),
  counted('a control sum of other rows', '* F TOTAL_CONTROLE SOMME_CONTROLE', ({ totaux }) => {
    totaux.somme_controle = '1';
  }),
  {
    fault: 64,
    title: 'a number that leaves one out',
    sequence: 1,
    verdict: 'applied',
    said: ['* A SEQUENCE_TROU'],
    rowFates: { lues: 3, appliquees: 3 },
  },
  {
    fault: 65,
    title: 'a number that comes after a greater one',
    before: [{ sequence: 1 }],
    sequence: -2,
    rows: (rows) => rows.slice(0, 2),
    verdict: 'applied',
    said: ['* A SEQUENCE_TARDIVE'],
    rowFates: { lues: 2, inchangees: 2 },
  },
  {
    fault: 66,
    title: 'a number already used for another file',
    before: [{ nature: 'S' }],
    sequence: -1,
    ...REFUSED,
    said: ['* F SEQUENCE_REUTILISEE'],
  },
  {
    fault: 67,
    title: 'a month closed long ago',
    period: '2026-03',
    ...REFUSED,
    said: ['* F PERIODE_CLOSE'],
  },
  {
    fault: 68,
    title: 'the month that runs, whose slot is not open',
    period: '2026-12',
    ...REFUSED,
    said: ['* F PERIODE_FUTURE'],
  },
  {
    fault: 68,
    title: 'a month of next year',
    period: '2027-01',
    ...REFUSED,
    said: ['* F PERIODE_FUTURE'],
  },
  {
    fault: 69,
    title: 'a second initial file for the month',
    emitter: '97416S00',
    before: [{ nature: 'I' }],
    nature: 'I',
    rows: (rows) => rows.slice(1),
    ...REFUSED,
    said: ['* F PERIODE_DEJA_DEPOSEE'],
  },
  {
    fault: 70,
    title: 'a replacement of a month that nobody stated',
    emitter: '97410S00',
    nature: 'R',
    verdict: 'applied',
    said: ['* A REMPLACEMENT_SANS_INITIAL'],
    rowFates: { lues: 3, appliquees: 3 },
  },
  {
    fault: 72,
    title: 'an initial file older than the replacement, from a backup',
    emitter: '97410S00',
    before: [{ nature: 'R', sequence: 1 }],
    nature: 'I',
    sequence: -2,
    rows: (rows) => rows.slice(1),
    ...REFUSED,
    said: ['* A SEQUENCE_TARDIVE', '* F DOUBLON_ANCIEN'],
  },
  {
    fault: 73,
    title: 'a version of the schema nobody knows',
    manifest: (manifest) => {
      manifest.schema_version = '1.7.0';
    },
    ...REFUSED,
    said: ['* F SCHEMA_VERSION'],
  },
  {
    fault: 73,
    title: 'a version of the schema that is not that of the name',
    manifest: (manifest) => {
      manifest.schema_version = '2.0.0';
    },
    ...REFUSED,
    said: ['* F SCHEMA_VERSION NOM'],
  },
  ...UNREADABLE.map(([what, precision, manifestText]): FaultCase => ({
    fault: 74,
    title: `a manifest ${what}`,
    manifestText,
    ...REFUSED,
    said: [`* F MANIFESTE_INVALIDE ${precision}`],
  })),
];

function counted(
  what: string,
  said: string,
  manifest: (manifest: ManifestJson) => void,
): FaultCase {
  return {
    fault: 63,
    title: `a manifest that announces ${what}`,
    manifest,
    ...REFUSED,
    said: [said],
  };
}

function wrapped(text: string, value: string): string {
  return text.replace('{', `{"x":${value},`);
}

function nested(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth);
}
