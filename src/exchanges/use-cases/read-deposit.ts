import { localDate, localDateIn } from '../../kernel/index.js';
import type { Instant } from '../../kernel/index.js';
import type { Organisation } from '../../organisations/index.js';
import { doorFault, type DoorFault } from '../catalogue/index.js';
import {
  checkBytes,
  checkEnvelope,
  makeManifest,
  manifestNameOf,
  measureFile,
  parseFileName,
  parseManifest,
  type FileMeasure,
  type FileNameParts,
  type FileSeal,
  type FileSource,
  type Manifest,
  type MeasuredFile,
} from '../deposit/index.js';
import { FLOWS } from '../flows/index.js';

/** What is known of a deposit before it is read: its bytes sealed, nothing believed yet. */
export interface UnreadDeposit {
  readonly emitter: Pick<Organisation, 'code' | 'kind' | 'timeZone'>;
  readonly fileName: string | null;
  readonly manifestText: string | null;
  /** The exchange a page makes the manifest for, of what is measured (contract.md 2); none otherwise. */
  readonly exchangeId?: string;
  readonly source: FileSource;
  readonly seal: FileSeal;
}

/** What name, manifest and bytes say by themselves. */
export interface DepositReading {
  readonly name: FileNameParts | null;
  readonly manifest: Manifest | null;
  readonly measure: FileMeasure | null;
  readonly faults: readonly DoorFault[];
}

const SCHEMAS_FROM = localDate(2024, 1, 1);

/**
 * Reads name, manifest and bytes (exchange.md 6.1 to 6.4), without any database: the door and the local
 * checker share it. `now` is the receiver's clock.
 */
export async function readDeposit(deposit: UnreadDeposit, now: Instant): Promise<DepositReading> {
  const { fileName, manifestText, emitter, exchangeId } = deposit;
  if (fileName === null) return refused([doorFault('DONNEES_ABSENTES', {})]);
  const codesOf = (isSent: boolean): string[] =>
    FLOWS.filter(({ from }) => (from === emitter.kind) === isSent).map(({ code }) => code);
  const named = parseFileName(fileName, codesOf(true), codesOf(false));
  if (!named.ok) return refused([named.fault]);
  if (exchangeId !== undefined) return measureForPage(deposit, named.parts, exchangeId, now);
  if (manifestText === null) {
    const manifeste = manifestNameOf(fileName);
    return refused([doorFault('MANIFESTE_ABSENT', { manifeste })], named.parts);
  }
  const parsed = parseManifest(manifestText);
  if (!parsed.ok) return refused(parsed.faults, named.parts);
  return measure(deposit, named.parts, parsed.manifest, now);
}

async function measure(
  { source, seal, emitter, fileName }: UnreadDeposit,
  name: FileNameParts,
  manifest: Manifest,
  now: Instant,
): Promise<DepositReading> {
  const flow = flowOf(name);
  if (fileName === null) throw new Error('the name was read');
  const found = await measureFile(source, seal, fileName, flow, FLOWS);
  if (!found.measured) {
    const broken = checkBytes(manifest, seal);
    // Of a text whose structure is broken, a cut is the cause: it comes first.
    const isText = found.encoding !== null;
    const faults = isText ? [...broken, ...found.faults] : [...found.faults, ...broken];
    return { name, manifest, measure: found, faults };
  }
  const envelope = envelopeFaults(fileName, name, manifest, found.measured, emitter, now);
  return { name, manifest, measure: found, faults: [...found.faults, ...envelope] };
}

/** Nothing was announced: the manifest says what the service finds, and cannot disagree with it. */
async function measureForPage(
  { source, seal, emitter, fileName }: UnreadDeposit,
  name: FileNameParts,
  exchangeId: string,
  now: Instant,
): Promise<DepositReading> {
  const flow = flowOf(name);
  if (fileName === null) throw new Error('the name was read');
  const found = await measureFile(source, seal, fileName, flow, FLOWS);
  if (!found.measured) return { name, manifest: null, measure: found, faults: found.faults };
  const { version } = flow;
  const made = makeManifest({ exchangeId, fileName, name, version, now }, found.measured);
  const envelope = envelopeFaults(fileName, name, made.manifest, made.measured, emitter, now);
  return {
    name,
    manifest: made.manifest,
    measure: found,
    faults: [...found.faults, ...envelope],
  };
}

function envelopeFaults(
  fileName: string,
  name: FileNameParts,
  manifest: Manifest,
  measured: MeasuredFile,
  emitter: UnreadDeposit['emitter'],
  now: Instant,
): DoorFault[] {
  return checkEnvelope({
    fileName,
    name,
    manifest,
    measured,
    depositorCode: emitter.code,
    now,
    today: localDateIn(now, emitter.timeZone),
    schemas: [{ version: flowOf(name).version, validFrom: SCHEMAS_FROM, validTo: null }],
  });
}

function flowOf({ flow: code }: FileNameParts): (typeof FLOWS)[number] {
  const flow = FLOWS.find((one) => one.code === code);
  if (!flow) throw new Error('the name was read against the known flows');
  return flow;
}

function refused(faults: readonly DoorFault[], name: FileNameParts | null = null): DepositReading {
  return { name, manifest: null, measure: null, faults };
}
