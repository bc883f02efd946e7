import { doorFault } from '../catalogue/index.js';
import { NO_ROW } from '../domain/exchange-file.js';
import type { RowAnomaly } from '../flow/index.js';
import { fileEntry, rowEntry } from './anomaly-entry.js';
import { reportCsv } from './report-csv.js';
import { reportHtml } from './report-html.js';
import { reportJson } from './report-json.js';
import type { AnomalyGroup, ReportSubject } from './report-subject.js';
import { toDoFirst } from './to-do.js';

const ANOMALY: RowAnomaly = {
  line: 42,
  rowId: 41,
  column: 'date_suite',
  position: 14,
  type: 'type-error',
  code: 'type-error',
  precision: 'DATE_IMPOSSIBLE',
  level: 'BLOQUANT_LIGNE',
  value: '=2026-02-31',
  suggestedValue: null,
  message: 'La date de « Date » n’existe pas.',
  correction: 'Indiquer une date réelle.',
  rule: 'SUI-C14',
  cascadeOf: null,
};
const { code, level, column, message, correction } = ANOMALY;
const GROUP: AnomalyGroup = { code, level, column, message, correction, count: 3 };
const GAP = doorFault('SEQUENCE_TROU', { attendu: 7 });

const SUBJECT: ReportSubject = {
  report: 'CRM-2026-0004711',
  receipt: 'AEE-2026-0001234',
  fileName: 'SUI_P_RSMA-RE_2026-11_000214_I_v1.csv',
  isTest: false,
  code: 2,
  stage: 'PROVISOIRE',
  schemaVersion: '1.0.0',
  counters: { ...NO_ROW, read: 12, applied: 9, rejected: 3 },
  faults: [GAP],
  groups: [GROUP],
};
const ENTRIES = [fileEntry(GAP), rowEntry(ANOMALY)];

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

describe('The report as JSON', () => {
  it('has the keys of the exchange, in their order, and every anomaly', async () => {
    const text = await textOf(reportJson(SUBJECT, ENTRIES));
    const report = JSON.parse(text) as Record<string, unknown>;
    expect(Object.keys(report)).toEqual([
      'crm',
      'remplace_crm',
      'aee',
      'fichier',
      'essai',
      'code',
      'stade',
      'schema_version',
      'moteur',
      'nomenclatures',
      'compteurs',
      'anomalies_par_code',
      'anomalies',
    ]);
    expect(report).toMatchObject({
      crm: 'CRM-2026-0004711',
      aee: 'AEE-2026-0001234',
      code: 2,
      stade: 'PROVISOIRE',
      compteurs: {
        lues: 12,
        appliquees: 9,
        inchangees: 0,
        en_revue: 0,
        perimees: 0,
        rejetees: 3,
      },
      anomalies_par_code: { SEQUENCE_TROU: 1, 'type-error': 3 },
      anomalies: [
        { ligne: null, code: 'SEQUENCE_TROU', type: 'file-error', regle: 'FIC-R064' },
        {
          ligne: 42,
          identifiant_ligne: 41,
          colonne: 'date_suite',
          position: 14,
          type: 'type-error',
          code: 'type-error',
          precision: 'DATE_IMPOSSIBLE',
          niveau: 'BLOQUANT_LIGNE',
          valeur: '=2026-02-31',
          message,
          correction,
          regle: 'SUI-C14',
          cascade_de: null,
        },
      ],
    });
  });

  it('is the same text each time, whatever the order in which codes were counted', async () => {
    const other = { ...GROUP, code: 'CHRONOLOGIE' };
    const one = await textOf(reportJson({ ...SUBJECT, groups: [GROUP, other] }, ENTRIES));
    const two = await textOf(reportJson({ ...SUBJECT, groups: [other, GROUP] }, ENTRIES));
    expect(one).toBe(two);
  });

  it('is whole without any anomaly', async () => {
    const text = await textOf(reportJson({ ...SUBJECT, faults: [], groups: [] }, []));
    expect(JSON.parse(text)).toMatchObject({ anomalies: [], anomalies_par_code: {} });
  });
});

describe('The report as CSV', () => {
  it('has one line an anomaly, for a spreadsheet, and no formula', async () => {
    const lines = (await textOf(reportCsv(ENTRIES))).split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^\uFEFFligne;identifiant_ligne;colonne;/);
    expect(lines[2]).toContain(";'=2026-02-31;");
  });
});

describe('The report as a page', () => {
  const page = reportHtml(SUBJECT, ENTRIES);

  it('is in French, with a title, and stands alone', () => {
    expect(page).toContain('<html lang="fr">');
    expect(page).toContain(`<h1>Compte rendu du fichier ${SUBJECT.fileName}</h1>`);
    expect(page).not.toMatch(/<(script|style|link|img)|style=|src=|href=/);
  });

  it('says first what to do', () => {
    const todo = page.indexOf('Indiquer une date réelle. (3 anomalies, colonne date_suite)');
    expect(todo).toBeGreaterThan(page.indexOf('<ol>'));
    expect(todo).toBeLessThan(page.indexOf('Déposer le fichier manquant'));
  });

  it('shows nothing of a partner as markup', () => {
    const value = '<img src=x onerror="alert(1)">';
    const hostile = reportHtml({ ...SUBJECT, fileName: value }, [rowEntry({ ...ANOMALY, value })]);
    expect(hostile).not.toContain('<img');
    expect(hostile).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
  });

  it('shows the first thousand anomalies and says so', () => {
    const many = Array.from({ length: 1_200 }, () => rowEntry(ANOMALY));
    const long = reportHtml({ ...SUBJECT, groups: [{ ...GROUP, count: 1_300 }] }, many);
    expect(long.match(/<td>date_suite<\/td>/g)).toHaveLength(1_000);
    expect(long).toContain('Les 1000 premières sur 1301');
  });

  it.each([
    ['a file to confirm', { stage: 'A_CONFIRMER', code: null }, 'attend votre confirmation'],
    ['a refused file', { code: 3 }, 'n’est pas pris en compte'],
  ] as const)('gives the verdict on %s', (_, over, sentence) => {
    expect(reportHtml({ ...SUBJECT, ...over }, [])).toContain(sentence);
  });
});

describe('The page of a file refused at the door', () => {
  const refusal = doorFault('FICHIER_VIDE', {});
  const refused = { ...SUBJECT, stage: 'REFUSE', code: null, counters: NO_ROW } as const;
  const page = reportHtml({ ...refused, faults: [refusal], groups: [] }, [fileEntry(refusal)]);

  it('says that it is refused and why, and counts no row', () => {
    expect(page).toContain('Le fichier est refusé à l’entrée');
    expect(page).toContain(`<td>${refusal.message}</td>`);
    expect(page).not.toContain('<h2>Lignes</h2>');
  });
});

describe('What to do first', () => {
  it('puts the gravest, then the most frequent, and leaves out mere information', () => {
    const few = { ...GROUP, code: 'CODE_INCONNU', count: 1 };
    const info = { ...GROUP, level: 'INFORMATION' as const, count: 99 };
    const groups = [info, few, GROUP];
    expect(toDoFirst({ ...SUBJECT, groups }).map((group) => group.code)).toEqual([
      'type-error',
      'CODE_INCONNU',
      'SEQUENCE_TROU',
    ]);
  });
});
