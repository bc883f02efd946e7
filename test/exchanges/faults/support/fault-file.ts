import { csvOf, depositOf, type Deposit, type Row } from '../../support/deposits.js';
import type { Somebody } from '../../support/emitters.js';
import type { FileFault, ManifestJson } from './fault-case.js';

/** The instant of the trial, and what it makes of periods: the slot of November is open. */
export const NOW = '2026-12-03T08:00:00.000Z';
export const PERIOD = '2026-11';
const DAY = '2026-12-03';

/** Every person of the trial bears this name or a longer one: it must be found nowhere but at home. */
export const CANARY = 'KANARI';
export const FIRST_NAME = 'Kanarina';

/** Where a file stands in the exchange. */
export interface Place {
  readonly flow: 'ORI' | 'SUI';
  readonly emitter: string;
  readonly sequence: number;
}

/** A conforming file about these people, with the fault put into it. */
export function faultyFile(fault: FileFault, people: readonly Somebody[], place: Place): Deposit {
  const { flow, emitter, sequence } = place;
  const { nature = 'C' } = fault;
  const period = fault.period ?? (nature === 'S' ? DAY : PERIOD);
  const number = String(sequence).padStart(6, '0');
  const usual = `${flow}_P_${emitter}_${period}_${number}_${nature}_v1.csv`;
  const isNil = nature === 'N' && !fault.rows;
  const good = isNil ? [] : people.map((one, at) => rowOf(one, at, place, nature));
  const rows = fault.rows?.([...good]) ?? good;
  const csv = csvOf(flow, rows).toString('utf8');
  const right = Buffer.from(fault.text?.(csv) ?? csv);
  const bytes = fault.bytes?.(right) ?? right;
  const made = depositOf(usual, bytes, { rows, emitter, generatedAt: NOW });
  const name = fault.name?.(usual) ?? usual;
  const manifest = announced(made.manifest, fault, rows);
  return { ...made, name, bytes: fault.sent?.(bytes) ?? bytes, manifest };
}

function rowOf(one: Somebody, at: number, { flow, emitter }: Place, nature: string): Row {
  const type = nature === 'S' ? 'EVENEMENT' : 'SITUATION';
  const common = { identifiant_ligne: String(at + 1), type_ligne: type };
  const row =
    flow === 'ORI'
      ? one.referred({ code_structure: emitter })
      : one.answered({ code_unite: emitter, prenom_1: FIRST_NAME });
  return { ...common, ...row };
}

function announced(text: string, fault: FileFault, rows: readonly Row[]): string {
  const manifest: ManifestJson = JSON.parse(text);
  if (fault.addedRows) addRows(manifest, fault.addedRows, rows[0]?.['type_ligne'] ?? 'SITUATION');
  fault.manifest?.(manifest);
  const said = JSON.stringify(manifest);
  return fault.manifestText?.(said) ?? said;
}

function addRows({ totaux }: ManifestJson, count: number, type: string): void {
  const [recipient = ''] = Object.keys(totaux.par_destinataire);
  totaux.lignes += count;
  totaux.par_type[type] = (totaux.par_type[type] ?? 0) + count;
  totaux.par_destinataire[recipient] = (totaux.par_destinataire[recipient] ?? 0) + count;
}
