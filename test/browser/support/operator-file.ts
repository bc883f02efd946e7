import { headersOf } from '../../../src/exchanges/flow/index.js';
import { SUITES } from '../../../src/exchanges/flows/index.js';
import { csvLine, scanCsv } from '../../../src/platform/csv/index.js';

type Row = Readonly<Record<string, string>>;

/** One wrong cell, how its page shows it, and what should stand there. */
export interface TypedFault {
  /** Physical line, header = 1. */
  readonly line: number;
  readonly column: string;
  readonly typed: string;
  readonly right: string;
  /** Words of the correction that the page gives. */
  readonly hint: string;
}

/** A day of the month before this one, when every row of the file was true. */
const DAY = (() => {
  const now = new Date();
  const last = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 5));
  return last.toISOString().slice(0, 10);
})();
const [YEAR = '', MONTH = ''] = DAY.split('-');

function fault(number: number, column: string, typed: string, right: string, hint: string) {
  return { line: number + 1, column, typed, right, hint };
}

/** Ten lines that somebody typed wrongly, each in its own way. */
export const FAULTS: readonly TypedFault[] = [
  fault(1, 'date_naissance', '31/02/2005', '2005-02-28', 'Indiquer une date réelle'),
  fault(2, 'nom_naissance', '', 'HOARAU', 'Indiquer un nom'),
  fault(3, 'type_ligne', 'SITUATIO', 'SITUATION', 'Indiquer un code parmi SITUATION'),
  fault(4, 'etat_candidature', 'RECU', 'RECUE', 'Indiquer un code parmi RECUE'),
  fault(5, 'date_etat', `05/${MONTH}/${YEAR.slice(2)}`, DAY, 'AAAA-MM-JJ'),
  fault(6, 'prenom_1', '', 'Emma', 'Indiquer'),
  fault(7, 'origine_candidature', 'DIRECTE', 'DIRECT', 'Indiquer un code parmi'),
  fault(8, 'date_etat', '2099-01-01', DAY, 'Indiquer'),
  fault(9, 'numero_dossier_unite', '', 'RE-JOURNEE-9', 'Indiquer'),
  fault(10, 'date_naissance', '1890-01-01', '2004-01-01', 'Vérifier'),
];

const LETTERS = 'ABCDEFGHIJKL';

/** Twelve direct applicants whom nobody knows yet, ten of them with a fault. */
function rows(): Row[] {
  return Array.from({ length: 12 }, (_, at) => {
    const right: Row = {
      identifiant_ligne: String(at + 1),
      type_ligne: 'SITUATION',
      numero_dossier_unite: `RE-JOURNEE-${at + 1}`,
      code_unite: 'RSMA-RE',
      origine_candidature: 'DIRECT',
      nom_naissance: `TÉCHER-${LETTERS[at]}RMAND`,
      prenom_1: 'Noé',
      date_naissance: `2004-0${(at % 9) + 1}-1${at % 9}`,
      etat_candidature: 'RECUE',
      date_etat: DAY,
    };
    const wrong = FAULTS.find(({ line }) => line === at + 2);
    return wrong ? { ...right, [wrong.column]: wrong.typed } : right;
  });
}

/** The file as a spreadsheet saves it: byte order mark, semicolons, CRLF. */
export function spreadsheetCsv(): Buffer {
  return csvOf(rows());
}

/** The eleventh applicant again, under another first name: a brother or a sister, or a slip of the pen. */
export function doubtfulCsv(): Buffer {
  return csvOf(
    rows()
      .slice(10, 11)
      .map((row) => ({ ...row, prenom_1: 'Agathe' })),
  );
}

function csvOf(rowsOfFile: readonly Row[]): Buffer {
  const headers = headersOf(SUITES);
  const lines = rowsOfFile.map((row) => csvLine(headers.map((header) => row[header] ?? '')));
  return Buffer.from(`\uFEFF${csvLine(headers)}${lines.join('')}`);
}

/** The rejects as somebody corrects them in a spreadsheet: the wrong cells, and nothing else. */
export async function corrected(rejects: Buffer): Promise<Buffer> {
  const source = async function* () {
    yield rejects.subarray(rejects[0] === 0xef ? 3 : 0);
  };
  const records: (readonly string[])[] = [];
  for await (const batch of scanCsv(source(), { separator: ';' })) {
    records.push(...batch.map(({ cells }) => cells));
  }
  const [header = [], ...lines] = records;
  const mended = lines.map((cells) => {
    const wrong = FAULTS.find(
      ({ line }) => String(line - 1) === cells[header.indexOf('identifiant_ligne')],
    );
    return cells.map((cell, at) => (wrong && header[at] === wrong.column ? wrong.right : cell));
  });
  return Buffer.from(`\uFEFF${[header, ...mended].map((cells) => csvLine(cells)).join('')}`);
}
