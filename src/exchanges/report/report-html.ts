import type { FaultLevel } from '../catalogue/index.js';
import type { AnomalyEntry } from './anomaly-entry.js';
import { escaped, htmlPage, htmlTable, htmlTerms } from './html.js';
import { INCIDENT } from './incident.js';
import { anomalyCount, headOf, type ReportSubject } from './report-subject.js';
import { toDoFirst } from './to-do.js';

/** Most anomalies a page shows; the other formats give them all (exchange.md 7.d). */
export const SHOWN_ANOMALIES = 1_000;

const LEVELS: Readonly<Record<FaultLevel, string>> = {
  BLOQUANT_FICHIER: 'Fichier refusé',
  BLOQUANT_LIGNE: 'Ligne refusée',
  A_CONFIRMER: 'À confirmer',
  AVERTISSEMENT: 'Avertissement',
  INFORMATION: 'Information',
};

const VERDICTS = [
  'Le fichier est accepté.',
  'Le fichier est accepté ; des corrections restent à apporter.',
  'Le fichier est pris en compte en partie : les lignes rejetées sont à corriger et à renvoyer.',
  'Le fichier n’est pas pris en compte.',
] as const;

/**
 * The report as a page to read: what to do first, the counters, the anomalies.
 * `entries` are the first anomalies, at most SHOWN_ANOMALIES; `more` adds sections at the end.
 */
export function reportHtml(
  subject: ReportSubject,
  entries: readonly AnomalyEntry[],
  more: readonly string[] = [],
): string {
  return htmlPage(titleOf(subject), [
    `<p>${escaped(verdictOf(subject))}</p>`,
    toDoSection(subject),
    ...countersSections(subject),
    anomaliesSection(subject, entries.slice(0, SHOWN_ANOMALIES)),
    ...more,
    referencesSection(subject),
  ]);
}

function titleOf({ fileName, stage }: ReportSubject): string {
  const kind = stage === 'LOCAL' ? 'Contrôle local' : 'Compte rendu';
  return `${kind} du fichier ${fileName ?? 'sans nom lisible'}`;
}

/** What became of a file, in one sentence. */
export function verdictOf({ code, stage }: ReportSubject): string {
  if (stage === 'A_CONFIRMER') return 'Le fichier attend votre confirmation avant d’être appliqué.';
  if (stage === 'REFUSE') return 'Le fichier est refusé à l’entrée : aucune ligne n’a été prise.';
  if (stage === 'INCIDENT') return `${INCIDENT.message} ${INCIDENT.correction}`;
  return code === null ? 'Le fichier n’est pas encore jugé.' : VERDICTS[code];
}

function toDoSection(subject: ReportSubject): string {
  const items = toDoFirst(subject).map(({ message, correction, column, count }) => {
    const where = column === null ? '' : `, colonne ${column}`;
    const text = `${message} ${correction} (${count} anomalie${count > 1 ? 's' : ''}${where})`;
    return `<li>${escaped(text)}</li>`;
  });
  const list = items.length === 0 ? '<p>Rien.</p>' : `<ol>\n${items.join('\n')}\n</ol>`;
  return `<section>\n<h2>À faire d’abord</h2>\n${list}\n</section>`;
}

/** A file without any row read has nothing to count. */
function countersSections({ counters }: ReportSubject): string[] {
  if (counters.read === 0) return [];
  const rows = [
    ['Lues', counters.read],
    ['Appliquées', counters.applied],
    ['Inchangées', counters.unchanged],
    ['En revue', counters.inReview],
    ['Périmées', counters.stale],
    ['Rejetées', counters.rejected],
  ] as const;
  const table = htmlTable('Ce que les lignes sont devenues', ['Lignes', 'Nombre'], rows);
  return [`<section>\n<h2>Lignes</h2>\n${table}\n</section>`];
}

function anomaliesSection(subject: ReportSubject, entries: readonly AnomalyEntry[]): string {
  const total = anomalyCount(subject);
  const rest =
    total > entries.length
      ? `<p>Les ${entries.length} premières sur ${total} ; les formats JSON et CSV les donnent toutes.</p>\n`
      : '';
  const table = htmlTable('Anomalies par ligne du fichier', HEADINGS, entries.map(cellsOf));
  const content = entries.length === 0 ? '<p>Aucune anomalie.</p>' : rest + table;
  return `<section>\n<h2>Anomalies</h2>\n${content}\n</section>`;
}

const HEADINGS = [
  'Ligne',
  'Colonne',
  'Niveau',
  'Code',
  'Valeur reçue',
  'Ce qui ne va pas',
  'Que faire',
];

function cellsOf(entry: AnomalyEntry): (string | number | null)[] {
  const { ligne, colonne, niveau, code, precision, valeur, message, correction } = entry;
  const reason = precision === null ? code : `${code} (${precision})`;
  return [ligne, colonne, LEVELS[niveau], reason, valeur, message, correction];
}

function referencesSection(subject: ReportSubject): string {
  const { crm, aee, schema_version: schema, moteur, nomenclatures } = headOf(subject);
  const terms = htmlTerms([
    ['Numéro du compte rendu', crm ?? 'aucun'],
    ['Accusé ou avis', aee ?? 'aucun'],
    ['Version du schéma', schema ?? 'inconnue'],
    ['Version des règles', moteur],
    ['Nomenclatures du', nomenclatures],
  ]);
  return `<section>\n<h2>Références</h2>\n${terms}\n</section>`;
}
