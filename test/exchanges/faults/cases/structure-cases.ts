import { headersNamed } from '../../support/deposits.js';
import { onCell, onLine, withoutCell } from '../support/changes.js';
import type { FaultCase } from '../support/fault-case.js';

const REFUSED = { verdict: 'refused' } as const;
const APPLIED = { verdict: 'applied', rowFates: { lues: 3, appliquees: 3 } } as const;
const ONE_REJECTED = {
  verdict: 'applied',
  rowFates: { lues: 3, appliquees: 2, rejetees: 1 },
} as const;

/** Exchange.md 6.3: the structure of the CSV, and its header. */
export const STRUCTURE_CASES: readonly FaultCase[] = [
  {
    fault: 44,
    title: 'commas that split the header into its names',
    text: (csv) => csv.replaceAll(';', ','),
    ...APPLIED,
    said: ['* A SEPARATEUR_TOLERE'],
  },
  {
    fault: 44,
    title: 'tabs that split the header into its names',
    text: (csv) => csv.replaceAll(';', '\t'),
    ...APPLIED,
    said: ['* A SEPARATEUR_TOLERE'],
  },
  {
    fault: 44,
    title: 'a separator nobody knows',
    text: (csv) => csv.replaceAll(';', '|'),
    ...REFUSED,
    said: ['1 F SEPARATEUR_INCONNU'],
  },
  {
    fault: 45,
    title: 'the line sep=; of a spreadsheet',
    text: (csv) => `sep=;\r\n${csv}`,
    ...APPLIED,
    said: [],
  },
  {
    fault: 46,
    title: 'a quote that nothing closes',
    text: onLine(3, (line) => line.replace(/;/, ';"')),
    ...REFUSED,
    said: ['3 F GUILLEMET_NON_FERME'],
  },
  {
    fault: 46,
    title: 'a quote that would swallow two hundred lines',
    people: 250,
    text: onLine(3, (line) => line.replace(/;/, ';"')),
    ...REFUSED,
    said: ['3 F GUILLEMET_NON_FERME'],
  },
  {
    fault: 47,
    title: 'a text after a closing quote',
    text: onCell(2, 'adresse_voie', '"12 rue" des Manguiers'),
    ...REFUSED,
    said: ['2 F GUILLEMET_MAL_PLACE'],
  },
  {
    fault: 47,
    title: 'a quote inside a bare value',
    text: onCell(3, 'adresse_voie', '12 rue "des Manguiers"'),
    ...REFUSED,
    said: ['3 F GUILLEMET_MAL_PLACE'],
  },
  {
    fault: 48,
    title: 'both kinds of line ends',
    text: onLine(2, (line) => line, '\n'),
    ...APPLIED,
    said: ['2 A FINS_DE_LIGNE_MIXTES'],
  },
  {
    fault: 48,
    title: 'a lone carriage return',
    text: onLine(2, (line) => line, '\r'),
    ...REFUSED,
    said: ['2 F FINS_DE_LIGNE_MIXTES CR_SEUL'],
  },
  {
    fault: 49,
    title: 'a line break inside a value',
    text: onCell(3, 'adresse_voie', '"12 rue\r\ndes Manguiers"'),
    ...ONE_REJECTED,
    said: ['3 L SAUT_LIGNE_DANS_CHAMP adresse_voie'],
  },
  {
    fault: 50,
    title: 'a value of 10,001 characters',
    text: onCell(2, 'adresse_voie', 'x'.repeat(10_001)),
    ...REFUSED,
    said: ['2 F CHAMP_TROP_LONG'],
  },
  {
    fault: 50,
    title: 'ten thousand columns',
    text: onLine(2, (line) => line + ';'.repeat(10_000)),
    ...REFUSED,
    said: ['2 F TROP_DE_COLONNES'],
  },
  {
    fault: 51,
    title: 'a column named twice',
    text: (csv) => csv.replaceAll('\r\n', ';97400\r\n').replace(/97400\r\n/, 'code_postal\r\n'),
    ...REFUSED,
    said: ['1 F duplicate-label'],
  },
  {
    fault: 52,
    title: 'a required column that misses',
    text: withoutCell('date_naissance'),
    ...REFUSED,
    said: ['1 F missing-label'],
  },
  {
    fault: 53,
    title: 'an optional column that misses',
    text: withoutCell('qpv'),
    ...APPLIED,
    said: ['1 A missing-label FACULTATIVE'],
  },
  {
    fault: 54,
    title: 'a column nobody asked for',
    text: (csv) => csv.replaceAll('\r\n', ';x\r\n').replace(/x\r\n/, 'couleur_preferee\r\n'),
    ...APPLIED,
    said: ['1 A extra-label'],
  },
  {
    fault: 54,
    title: 'a column named after health',
    text: (csv) => csv.replaceAll('\r\n', ';x\r\n').replace(/x\r\n/, 'observations_sante\r\n'),
    ...REFUSED,
    said: ['1 F extra-label INTERDITE'],
  },
  {
    fault: 55,
    title: 'a header with capitals, accents and spaces',
    text: (csv) => csv.replace('date_orientation', 'Date Orientation'),
    ...APPLIED,
    said: ['1 A incorrect-label'],
  },
  {
    fault: 55,
    title: 'columns in another order',
    text: (csv) =>
      csv
        .split('\r\n')
        .map((line) => line.split(';').toReversed().join(';'))
        .join('\r\n'),
    ...APPLIED,
    said: ['1 A incorrect-label ORDRE'],
  },
  {
    fault: 56,
    title: 'the header of another flow',
    text: onLine(1, () => headersNamed('SUI').join(';')),
    ...REFUSED,
    said: ['1 F FLUX_DIFFERENT'],
  },
  {
    fault: 57,
    title: 'a cell too many in a row',
    text: onLine(3, (line) => `${line};de trop`),
    ...ONE_REJECTED,
    said: ['3 L extra-cell'],
  },
  {
    fault: 57,
    title: 'a cell too few in a row',
    text: onLine(3, (line) => line.replace(';', '')),
    ...ONE_REJECTED,
    said: ['3 L missing-cell'],
  },
  {
    fault: 59,
    title: 'a blank row in the middle',
    text: onLine(2, (line) => `${line}\r\n;;;`),
    ...APPLIED,
    said: ['3 A blank-row'],
  },
  {
    fault: 59,
    title: 'blank rows at the end',
    text: (csv) => `${csv}\r\n;;;\r\n`,
    ...APPLIED,
    said: ['5 I blank-row FIN_DE_FICHIER'],
  },
  {
    fault: 60,
    title: 'a last row without a line end',
    text: (csv) => csv.slice(0, -2),
    ...APPLIED,
    said: [],
  },
  {
    fault: 61,
    title: 'a file cut exactly between two rows',
    addedRows: 1,
    ...REFUSED,
    said: ['* F row-count', '* F TOTAL_CONTROLE PAR_TYPE', '* F TOTAL_CONTROLE PAR_DESTINATAIRE'],
  },
  {
    fault: 62,
    title: 'a row of totals at the end',
    text: (csv) => `${csv}Total : 3\r\n`,
    addedRows: 1,
    verdict: 'applied',
    rowFates: { lues: 4, appliquees: 3, rejetees: 1 },
    said: ['5 L LIGNE_PARASITE'],
  },
];
