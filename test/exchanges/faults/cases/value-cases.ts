import { inRow } from '../support/changes.js';
import type { FaultCase } from '../support/fault-case.js';

const ONE_REJECTED = {
  verdict: 'applied',
  rowFates: { lues: 3, appliquees: 2, rejetees: 1 },
} as const;
const APPLIED = { verdict: 'applied', rowFates: { lues: 3, appliquees: 3 } } as const;

/** One cell of the second row of ORI: fault, column, value, `code [precision]`. */
const REFUSED_CELLS: readonly (readonly [number, string, string, string])[] = [
  [75, 'adresse_voie', `=cmd|'/c calc'!A1`, 'constraint-error DEBUT_INTERDIT'],
  [75, 'telephone', '+33692000000', 'constraint-error DEBUT_INTERDIT'],
  [75, 'adresse_voie', '-2+3', 'constraint-error DEBUT_INTERDIT'],
  [75, 'adresse_voie', '@SUM(A1)', 'constraint-error DEBUT_INTERDIT'],
  [75, 'adresse_voie', '\t12 rue', 'constraint-error DEBUT_INTERDIT'],
  [76, 'adresse_voie', `' or 1=1 --`, 'constraint-error'],
  [76, 'adresse_voie', '<script>alert(1)</script>', 'constraint-error'],
  [76, 'nom_naissance', 'KANARI{{7*7}}', 'constraint-error'],
  [76, 'nom_naissance', 'KANARI${jndi}', 'constraint-error'],
  [77, 'date_orientation', '31/02/2026', 'type-error DATE_IMPOSSIBLE'],
  [77, 'date_naissance', '2025-02-29', 'type-error DATE_IMPOSSIBLE'],
  [77, 'date_orientation', '2026-13-01', 'type-error DATE_IMPOSSIBLE'],
  [77, 'date_orientation', '00/00/0000', 'type-error DATE_IMPOSSIBLE'],
  [79, 'date_orientation', '05-03-01', 'FORMAT_DATE'],
  [79, 'date_orientation', '46022', 'FORMAT_DATE NUMERO_EXCEL'],
  [79, 'date_orientation', '1er mars', 'FORMAT_DATE'],
  [80, 'date_orientation', '2026-12-04', 'DATE_FUTURE'],
  [81, 'date_naissance', '2017-03-11', 'AGE_IMPOSSIBLE'],
  [81, 'date_naissance', '1956-03-11', 'AGE_IMPOSSIBLE'],
  [82, 'code_postal', '1000', 'ZERO_PERDU'],
  [82, 'telephone', '6.92E+08', 'NOTATION_SCIENTIFIQUE'],
  [82, 'identifiant_imilo', '1,23E+07', 'NOTATION_SCIENTIFIQUE'],
  [83, 'code_insee_residence', '97400', 'CODE_COMMUNE_INCONNU'],
  [84, 'type_volontariat', 'VX', 'CODE_INCONNU'],
  [84, 'type_volontariat', 'Volontaire stagiaire', 'CODE_INCONNU LIBELLE'],
  [92, 'complement_adresse', 'SIGYCOP 3223251', 'CONTENU_INTERDIT'],
  [92, 'complement_adresse', 'CIM F32.1', 'CONTENU_INTERDIT'],
  [92, 'nom_naissance', '2050397411123', 'CONTENU_INTERDIT'],
];

/** The same for what is taken with a remark: `level code [precision]`. */
const REMARKED_CELLS: readonly (readonly [number, string, string, string])[] = [
  [79, 'date_naissance', '01/02/2005', 'A FORMAT_DATE JOUR_MOIS_ANNEE'],
  [81, 'date_naissance', '2011-06-11', 'Q AGE_HORS_DISPOSITIF'],
  [81, 'date_naissance', '1999-03-11', 'Q AGE_HORS_DISPOSITIF'],
  [83, 'code_insee_naissance', '14002', 'A CODE_COMMUNE_ANCIEN'],
  [84, 'type_volontariat', 'vs', 'A CODE_CASSE'],
];

/** Exchange.md 6.5: values and business. */
export const VALUE_CASES: readonly FaultCase[] = [
  ...REFUSED_CELLS.map(([fault, column, value, code]): FaultCase => ({
    fault,
    title: `${column} = ${JSON.stringify(value)}`,
    rows: inRow(2, { [column]: value }),
    ...ONE_REJECTED,
    said: [anomaly('L', code, column)],
  })),
  ...REMARKED_CELLS.map(([fault, column, value, told]): FaultCase => ({
    fault,
    title: `${column} = ${JSON.stringify(value)}`,
    rows: inRow(2, { [column]: value }),
    ...APPLIED,
    said: [anomaly(told.slice(0, 1), told.slice(2), column)],
  })),
  {
    fault: 76,
    title: 'a line break and a second row in one value',
    rows: inRow(2, { adresse_voie: '"12 rue\r\n9;SITUATION;"' }),
    ...ONE_REJECTED,
    said: ['3 L SAUT_LIGNE_DANS_CHAMP adresse_voie'],
  },
  {
    fault: 78,
    title: 'a birth on 29 February of a leap year',
    rows: inRow(2, { date_naissance: '2008-02-29' }),
    ...APPLIED,
    said: [],
  },
  {
    fault: 85,
    title: 'one row of another organisation in a hundred',
    people: 101,
    rows: inRow(2, { code_structure: '97416S00' }),
    verdict: 'applied',
    rowFates: { lues: 101, appliquees: 100, rejetees: 1 },
    said: ['3 L HORS_PERIMETRE code_structure'],
  },
  {
    fault: 85,
    title: 'one row of another organisation in three',
    rows: inRow(2, { code_structure: '97416S00' }),
    verdict: 'rejected',
    rowFates: { lues: 3, rejetees: 3 },
    said: ['* F HORS_PERIMETRE', '3 L HORS_PERIMETRE code_structure'],
  },
  {
    fault: 85,
    title: 'five rows of another unit in a thousand',
    flow: 'SUI',
    people: 501,
    rows: (rows) => rows.map((row, at) => (at < 5 ? { ...row, code_unite: 'RSMA-YT' } : row)),
    verdict: 'rejected',
    rowFates: { lues: 501, rejetees: 501 },
    said: [
      '* F HORS_PERIMETRE',
      ...[2, 3, 4, 5, 6].map((line) => `${line} L HORS_PERIMETRE code_unite`),
    ],
  },
  {
    fault: 86,
    title: 'the same row twice',
    rows: ([first, ...rest]) => [
      first ?? {},
      { ...first, identifiant_ligne: '9' },
      ...rest.slice(2),
    ],
    verdict: 'applied',
    rowFates: { lues: 2, appliquees: 1, inchangees: 1 },
    said: ['3 A duplicate-row'],
  },
  {
    fault: 87,
    title: 'one key for two contents',
    rows: ([first, , third]) => [
      first ?? {},
      { ...first, identifiant_ligne: '2', telephone: '0692000001' },
      third ?? {},
    ],
    verdict: 'applied',
    rowFates: { lues: 3, appliquees: 1, rejetees: 2 },
    said: ['2 L primary-key', '3 L primary-key'],
  },
  {
    fault: 58,
    title: 'all cells shifted by one column',
    people: 40,
    rows: (rows) =>
      rows.map((row, at) =>
        at < 20 ? { ...row, sexe: row['date_naissance'] ?? '', date_naissance: 'F' } : row,
      ),
    verdict: 'rejected',
    rowFates: { lues: 40, rejetees: 40 },
    said: [
      '* F DERIVE_MASSIVE',
      ...Array.from({ length: 20 }, (_, at) => [
        `${at + 2} L CODE_INCONNU sexe`,
        `${at + 2} L FORMAT_DATE date_naissance`,
      ]).flat(),
    ],
  },
];

function anomaly(level: string, code: string, column: string): string {
  const [name = '', precision] = code.split(' ');
  return ['3', level, name, column, ...(precision ? [precision] : [])].join(' ');
}
