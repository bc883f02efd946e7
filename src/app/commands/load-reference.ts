import { readFile } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { parseLocalDate } from '../../kernel/index.js';
import {
  ConsultReferenceData,
  ImportReferenceFile,
  REFERENCE_SETS,
  type CheckedFile,
  type ReferenceSetName,
  type RowChange,
  type TableFault,
} from '../../organisations/index.js';
import { csvLine } from '../../platform/csv/index.js';
import { print } from '../printer.js';
import { StartRefused } from '../run-program.js';
import { operatorOf } from './operator.js';

export interface LoadReferenceOptions {
  readonly set: string;
  readonly validFrom?: string;
  readonly apply?: boolean;
  readonly operator?: string;
}

const SHOWN = 20;

/** `reference:load`: shows what a file of reference data would change; applies it when told so. */
export async function loadReference(
  service: INestApplicationContext,
  path: string,
  options: LoadReferenceOptions,
): Promise<void> {
  const set = setOf(options.set);
  const validFrom = dayOf(set, options.validFrom);
  const file = { set, validFrom, content: await bytesOf(path) };
  const actor = await operatorOf(service, 'reference.load', options.operator);
  const files = service.get(ImportReferenceFile, { strict: false });
  const checked = await (options.apply ? files.applyNow(file, actor) : files.check(file, actor));
  if (checked.faults.length > 0) throw new StartRefused(faultLines(checked.faults).join('\n'));
  print(...differenceLines(checked));
  print(
    options.apply
      ? 'Appliqué ; ce qui valait avant reste dans l’historique.'
      : 'Rien n’est appliqué : relancez avec --apply.',
  );
}

/** `reference:export`: a set as a file to correct and load again. */
export async function exportReference(
  service: INestApplicationContext,
  name: string,
): Promise<void> {
  const actor = await operatorOf(service, 'reference.export', undefined);
  const consult = service.get(ConsultReferenceData, { strict: false });
  const rows = await consult.exported(setOf(name), actor);
  print(...rows.map((cells) => csvLine(cells, { eol: '\n' }).slice(0, -1)));
}

function setOf(name: string): ReferenceSetName {
  const set = REFERENCE_SETS.find((one) => one === name);
  if (set) return set;
  throw new StartRefused(`Référentiel inconnu ; ce sont ${REFERENCE_SETS.join(', ')}.`);
}

function dayOf(set: ReferenceSetName, text: string | undefined) {
  if (set !== 'couverture') return null;
  const day = text === undefined ? undefined : parseLocalDate(text);
  if (day) return day;
  throw new StartRefused('--valid-from attend un jour AAAA-MM-JJ.');
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch {
    throw new StartRefused('Le fichier est absent ou illisible.');
  }
}

function faultLines(faults: readonly TableFault[]): string[] {
  const told = faults.slice(0, SHOWN).map(({ line, column, said }) => {
    const where = [line === null ? '' : `ligne ${line}`, column ?? ''].filter(Boolean).join(', ');
    return `  ${where === '' ? '' : `${where} : `}${said}`;
  });
  return [`${faults.length} anomalies, rien n’est chargé :`, ...told];
}

function differenceLines({ difference }: CheckedFile): string[] {
  const { added, changed, absent, unchanged } = difference;
  return [
    ...groupLines('ajouts', added),
    ...groupLines('changements', changed),
    ...groupLines('fins', absent),
    `  ${unchanged} sans différence`,
  ];
}

function groupLines(title: string, changes: readonly RowChange[]): string[] {
  const more = changes.length > SHOWN ? [`    … et ${changes.length - SHOWN} autres`] : [];
  return [`  ${changes.length} ${title}`, ...changes.slice(0, SHOWN).flatMap(changeLines), ...more];
}

function changeLines({ label, changes }: RowChange): string[] {
  const told = changes.map(({ field, before, after }) => {
    return `      ${field} : ${before ?? 'vide'} → ${after ?? 'vide'}`;
  });
  return [`    ${label}`, ...told];
}
