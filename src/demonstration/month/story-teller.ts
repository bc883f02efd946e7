import type { ReceiptAnswer, RefusalAnswer, ReportAnswer } from './api-answers.js';

/** Says, in French, what happens to each file. */
export class StoryTeller {
  constructor(private readonly print: (...lines: readonly string[]) => void) {}

  chapter(title: string): void {
    this.print('', title);
  }

  says(text: string): void {
    this.print(`  ${text}`);
  }

  refused(fileName: string, refusal: RefusalAnswer): void {
    this.print(`  ${fileName}`, `    refusé à l’entrée (${refusal.are ?? 'sans numéro'})`);
    for (const { code, detail } of refusal.errors ?? []) this.print(`      ${code} : ${detail}`);
  }

  received(fileName: string, { aee, rows, onTime }: ReceiptAnswer): void {
    const delay = onTime === false ? 'en retard' : 'à l’heure';
    this.print(`  ${fileName}`, `    enregistré sous ${aee}, ${linesText(rows ?? 0)}, ${delay}`);
  }

  reported({ crm, code, compteurs, anomalies }: ReportAnswer): void {
    this.print(`    compte rendu ${crm ?? ''} : ${CODES[code] ?? `code ${code}`}`);
    const counted = Object.entries(compteurs).filter(([, count]) => count > 0);
    this.print(`      ${counted.map(([name, count]) => counterText(name, count)).join(', ')}`);
    for (const anomaly of anomalies) {
      const place = anomaly.ligne === null ? 'fichier' : `ligne ${anomaly.ligne}`;
      const reason = anomaly.precision ? `${anomaly.code}, ${anomaly.precision}` : anomaly.code;
      this.print(
        `      ${place}, ${anomaly.colonne ?? 'toute la ligne'} : ${anomaly.message} (${reason})`,
      );
    }
  }
}

const CODES: Readonly<Record<number, string>> = {
  0: 'accepté',
  1: 'accepté avec corrections à apporter',
  2: 'partiellement pris en compte',
  3: 'non pris en compte',
};

/** In the singular; the plural takes an s, but for what is invariable. */
const COUNTERS: Readonly<Record<string, string>> = {
  lues: 'lue',
  appliquees: 'appliquée',
  inchangees: 'inchangée',
  en_revue: 'en revue',
  perimees: 'périmée',
  rejetees: 'rejetée',
};

/** `1 appliquée`, `2 appliquées`, `2 en revue`. */
function counterText(name: string, count: number): string {
  const plural = count > 1 && name !== 'en_revue' ? 's' : '';
  return `${count} ${COUNTERS[name] ?? name}${plural}`;
}

/** `1 ligne`, `2 lignes`. */
export function linesText(count: number): string {
  return `${count} ligne${count > 1 ? 's' : ''}`;
}
