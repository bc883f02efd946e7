import type { INestApplicationContext } from '@nestjs/common';
import { parseLocalDate } from '../../kernel/index.js';
import {
  ReplaceCoverage,
  type CoverageChange,
  type CoverageDifference,
  type CoverageFault,
} from '../../organisations/index.js';
import { readCoverageFile } from '../../organisations/reference/coverage-reader.js';
import { print } from '../printer.js';
import { StartRefused } from '../run-program.js';
import { systemTask } from '../system-task.js';

export interface LoadCoverageOptions {
  readonly validFrom: string;
  readonly apply?: boolean;
}

const FAULTS: Readonly<Record<CoverageFault, string>> = {
  header: 'l’en-tête n’est pas celui des 13 colonnes attendues',
  'column-count': 'le nombre de colonnes n’est pas le bon',
  'commune-code': 'le code INSEE n’a pas la forme attendue',
  'mission-locale-code': 'le code de la mission locale n’a pas la forme attendue',
  'shared-flag': '« Commune présente sur plusieurs ML » vaut Oui ou Non',
  duplicate: 'cette commune est déjà donnée à cette mission locale',
  'shared-not-declared': 'cette commune a deux missions locales sans que le fichier le dise',
};
const SHOWN = 20;

/** `reference:load`: shows what a coverage file would change; applies it when told so. */
export async function loadCoverage(
  service: INestApplicationContext,
  file: string,
  options: LoadCoverageOptions,
): Promise<void> {
  const validFrom = parseLocalDate(options.validFrom);
  if (!validFrom) throw new StartRefused('--valid-from attend un jour AAAA-MM-JJ.');
  const { lines, faults } = await readCoverageFile(file);
  if (faults.length > 0) {
    const told = faults
      .slice(0, SHOWN)
      .map(({ line, fault }) => `  ligne ${line} : ${FAULTS[fault]}`);
    throw new StartRefused([`${faults.length} anomalies, rien n’est chargé :`, ...told].join('\n'));
  }
  const replaceCoverage = service.get(ReplaceCoverage);
  const actor = systemTask('reference.load');
  const command = { lines, validFrom };
  if (options.apply) {
    print(...differenceLines(await replaceCoverage.execute(command, actor)));
    print(
      `Appliqué à partir du ${validFrom} ; la couverture d’avant reste pour les jours d’avant.`,
    );
    return;
  }
  print(...differenceLines(await replaceCoverage.preview(command, actor)));
  print('Rien n’est appliqué : relancez avec --apply.');
}

function differenceLines({ added, removed, changed }: CoverageDifference): string[] {
  return [
    ...groupLines('communes ajoutées', added),
    ...groupLines('communes retirées', removed),
    ...groupLines('communes changées de mission locale', changed),
  ];
}

function groupLines(title: string, changes: readonly CoverageChange[]): string[] {
  const more = changes.length > SHOWN ? [`    … et ${changes.length - SHOWN} autres`] : [];
  return [`  ${changes.length} ${title}`, ...changes.slice(0, SHOWN).map(changeLine), ...more];
}

function changeLine({ communeCode, before, after }: CoverageChange): string {
  const named = (codes: readonly string[]): string => codes.join(', ') || 'aucune';
  return `    ${communeCode} : ${named(before)} → ${named(after)}`;
}
