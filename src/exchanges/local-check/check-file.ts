import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { localDate, type Instant } from '../../kernel/index.js';
import { doorFault, type DoorFault } from '../catalogue/index.js';
import { manifestNameOf, parseFileName, sealFile, type FileSource } from '../deposit/index.js';
import { NO_ROW, reportCode } from '../domain/exchange-file.js';
import { flowNamed, FLOWS } from '../flows/index.js';
import { stopsFile } from '../use-cases/judge-deposit.js';
import { readDeposit, type DepositReading } from '../use-cases/read-deposit.js';
import { checkRows, type CheckedRows } from './checked-rows.js';
import { localContext, type LocalOrganisation, type LocalReference } from './local-reference.js';
import { localReport, type LocalFindings, type LocalFormat } from './local-report.js';

export interface CheckFileOptions {
  /** Path of the manifest; beside the file, under its usual name, when absent. */
  readonly manifest?: string;
  /** `json` when absent. */
  readonly format?: LocalFormat;
  readonly reference: LocalReference;
  readonly now: Instant;
}

/** The answer of the local checker. */
export interface LocalCheck {
  /** 0 conform, 1 anomalies, 2 unreadable (contract.md 1). */
  readonly exitStatus: 0 | 1 | 2;
  /** Pieces of the report, in the format asked. */
  readonly report: AsyncIterable<string>;
}

/**
 * Checks a file before it is sent: same checks and same report as the service, for all that file,
 * manifest and reference data decide; what they do not is listed (contract.md 1). Needs no database.
 */
export async function checkFile(filePath: string, options: CheckFileOptions): Promise<LocalCheck> {
  const { format = 'json' } = options;
  const fileName = path.basename(filePath);
  const findings = await findingsOf(filePath, fileName, options);
  return { exitStatus: statusOf(findings), report: localReport(fileName, findings, format) };
}

async function findingsOf(
  filePath: string,
  fileName: string,
  options: CheckFileOptions,
): Promise<LocalFindings> {
  const source: FileSource = () => createReadStream(filePath);
  const absent = await pathFault(filePath);
  if (absent) return unreadable([absent]);
  const seal = await sealFile(source);
  const emitter = emitterOf(fileName, options.reference);
  const manifestText = await manifestOf(filePath, fileName, options.manifest);
  const deposit = { emitter, fileName, manifestText, source, seal };
  const reading = await readDeposit(deposit, options.now);
  const rows = await rowsOf(reading, source, emitter, options);
  return combined(reading, rows);
}

/** The file speaks for whoever its name says: only the service knows the account that deposits. */
function emitterOf(fileName: string, { organisations }: LocalReference): LocalOrganisation {
  const named = parseFileName(
    fileName,
    FLOWS.map(({ code }) => code),
  );
  const parts = named.ok ? named.parts : undefined;
  const known = organisations.find(({ code }) => code === parts?.emitter);
  if (known) return known;
  const kind = flowNamed(parts?.flow ?? '')?.from ?? 'unit';
  const code = parts?.emitter ?? '';
  return { code, kind, timeZone: 'Europe/Paris', validFrom: FOREVER, validTo: null };
}

/** An emitter the register does not know is still checked for all the rest. */
const FOREVER = localDate(2000, 1, 1);

async function rowsOf(
  { name, measure, faults }: DepositReading,
  source: FileSource,
  emitter: LocalOrganisation,
  { reference, now }: CheckFileOptions,
): Promise<CheckedRows | null> {
  const flow = flowNamed(name?.flow ?? '');
  if (!flow || !name || !measure?.measured || stopsFile(faults)) return null;
  return checkRows(source, measure.measured, flow, localContext(reference, emitter, name, now));
}

function combined(reading: DepositReading, rows: CheckedRows | null): LocalFindings {
  const faults = [...reading.faults, ...(rows?.gates ?? [])];
  const schemaVersion = reading.manifest?.schemaVersion ?? null;
  const isReadable = !reading.measure || reading.measure.measured !== null;
  const common = { isReadable, schemaVersion, faults, anomalies: rows?.anomalies ?? [] };
  const read = reading.measure?.measured?.rows ?? 0;
  if (!rows || stopsFile(faults)) {
    return { ...common, code: 3, counters: { ...NO_ROW, read, rejected: read } };
  }
  const hasRemarks = rows.hasRemarks || faults.some(({ level }) => level !== 'INFORMATION');
  return { ...common, code: reportCode(rows.counters, hasRemarks), counters: rows.counters };
}

function unreadable(faults: readonly DoorFault[]): LocalFindings {
  const nothing = { schemaVersion: null, counters: NO_ROW, anomalies: [] };
  return { isReadable: false, code: 3, faults, ...nothing };
}

function statusOf({ isReadable, faults, anomalies }: LocalFindings): LocalCheck['exitStatus'] {
  if (!isReadable) return 2;
  const hasFault = [...faults, ...anomalies].some(({ level }) => level !== 'INFORMATION');
  return hasFault ? 1 : 0;
}

async function manifestOf(
  filePath: string,
  fileName: string,
  given: string | undefined,
): Promise<string | null> {
  const manifestPath = given ?? path.join(path.dirname(filePath), manifestNameOf(fileName));
  return (await isFile(manifestPath)) ? readFile(manifestPath, 'utf8') : null;
}

/** Why there is no file to check at this path; nothing when there is one. */
async function pathFault(filePath: string): Promise<DoorFault | null> {
  try {
    const found = await stat(filePath);
    if (found.isFile()) return null;
    return found.isDirectory()
      ? doorFault('DONNEES_ABSENTES:DOSSIER', {})
      : doorFault('OBJET_NON_ORDINAIRE', {});
  } catch {
    return doorFault('DONNEES_ABSENTES:CHEMIN', {});
  }
}

async function isFile(filePath: string): Promise<boolean> {
  try {
    return (await stat(filePath)).isFile();
  } catch {
    return false;
  }
}
