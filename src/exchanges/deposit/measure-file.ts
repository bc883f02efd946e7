import { createHash } from 'node:crypto';
import {
  CsvFault,
  detectSeparator,
  EncodingProbe,
  HEAD_BYTES,
  scanCsv,
  toUtf8,
  typeFaultsOf,
  type CsvRecord,
  type DetectedEncoding,
  type DetectedSeparator,
} from '../../platform/csv/index.js';
import { doorFault } from '../catalogue/door-faults.js';
import type { DoorFault } from '../catalogue/door-fault.js';
import { headersOf, isBlankRow, type Flow, type HeaderMapping } from '../flow/index.js';
import { checkHeader } from './check-header.js';
import { csvDoorFault, csvDoorNotices } from './csv-door-faults.js';
import type { MeasuredFile } from './envelope.js';
import { RowTally } from './row-tally.js';

/** Opens the bytes of a file again from their start: they are read twice, never held whole. */
export type FileSource = () => AsyncIterable<Uint8Array>;

/** What a file is, told by its bytes alone. */
export interface FileSeal {
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly head: Buffer;
  readonly encoding: DetectedEncoding | CsvFault;
}

/** What a file says as a table of one flow. */
export interface FileMeasure {
  /** Null when the file cannot be read as a table. */
  readonly measured: MeasuredFile | null;
  readonly encoding: DetectedEncoding | null;
  readonly separator: DetectedSeparator | null;
  readonly mapping: HeaderMapping | null;
  readonly faults: readonly DoorFault[];
}

/** Reads the bytes once: size, hash, first bytes, encoding. */
export async function sealFile(source: FileSource): Promise<FileSeal> {
  const hash = createHash('sha256');
  const probe = new EncodingProbe();
  let bytes = 0;
  let head = Buffer.alloc(0);
  for await (const chunk of source()) {
    hash.update(chunk);
    probe.push(chunk);
    bytes += chunk.length;
    if (head.length < HEAD_BYTES) {
      head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
    }
  }
  return { bytes, sha256: hash.digest('hex'), head, encoding: encodingOf(probe) };
}

function encodingOf(probe: EncodingProbe): DetectedEncoding | CsvFault {
  try {
    return probe.result();
  } catch (error) {
    if (error instanceof CsvFault) return error;
    throw error;
  }
}

/**
 * Reads the file as a table: type, encoding, separator, header, structure, rows by type and by
 * recipient (exchange.md 6.2, 6.3). Pure of the database: the door and the local checker share it.
 */
export async function measureFile(
  source: FileSource,
  seal: FileSeal,
  fileName: string,
  flow: Flow,
  flows: readonly Flow[],
): Promise<FileMeasure> {
  const empty = { measured: null, encoding: null, separator: null, mapping: null };
  if (seal.bytes === 0) return { ...empty, faults: [doorFault('FICHIER_VIDE', {})] };
  const typeFaults = typeFaultsOf(fileName, seal.head);
  if (typeFaults.length > 0) {
    return { ...empty, faults: typeFaults.map((code) => doorFault(code, {})) };
  }
  if (seal.encoding instanceof CsvFault) return { ...empty, faults: [csvDoorFault(seal.encoding)] };
  try {
    return await readTable(source, seal, seal.encoding, flow, flows);
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    return { ...empty, encoding: seal.encoding, faults: [csvDoorFault(error)] };
  }
}

async function readTable(
  source: FileSource,
  seal: FileSeal,
  encoding: DetectedEncoding,
  flow: Flow,
  flows: readonly Flow[],
): Promise<FileMeasure> {
  const known = flows.map(headersOf);
  const head = await firstBytes(toUtf8(source(), encoding.encoding));
  const separator = detectSeparator(head, known);
  const scan = scanCsv(toUtf8(source(), encoding.encoding), { separator: separator.separator });
  const table = new TableMeasure(flow, flows);
  for await (const batch of scan) for (const record of batch) table.add(record);
  const converted = encoding.isConverted
    ? [doorFault('ENCODAGE_CONVERTI', { encodage: encoding.encoding })]
    : [];
  const tolerated = separator.isTolerated ? [doorFault('SEPARATEUR_TOLERE', {})] : [];
  return {
    measured: {
      bytes: seal.bytes,
      sha256: seal.sha256,
      encoding: encoding.encoding,
      separator: separator.separator,
      ...table.tally.totals(),
    },
    encoding,
    separator,
    mapping: table.mapping,
    faults: [...converted, ...tolerated, ...table.faults, ...csvDoorNotices(scan.notices())],
  };
}

/** Enough of the file to hold its header. */
const HEADER_BYTES = 64 * 1024;

async function firstBytes(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  let head = Buffer.alloc(0);
  for await (const chunk of source) {
    head = Buffer.concat([head, chunk]);
    if (head.length >= HEADER_BYTES) break;
  }
  return head;
}

/** The header checked, then the rows counted. */
class TableMeasure {
  mapping: HeaderMapping | null = null;
  faults: readonly DoorFault[] = [];
  readonly tally: RowTally;

  constructor(
    private readonly flow: Flow,
    private readonly flows: readonly Flow[],
  ) {
    this.tally = new RowTally(flow);
  }

  add(record: CsvRecord): void {
    if (this.mapping) {
      if (!isBlankRow(record.cells)) this.tally.add(record.cells);
      return;
    }
    const header = checkHeader(record.cells, this.flow, this.flows);
    this.mapping = header.mapping;
    this.faults = header.faults;
    this.tally.begin(header.mapping);
  }
}
