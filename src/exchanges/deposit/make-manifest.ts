import type { Instant } from '../../kernel/index.js';
import type { MeasuredFile } from './envelope.js';
import type { FileNameParts } from './file-name.js';
import { ROW_TYPES, type Manifest, type RowType } from './manifest.js';

/** What a manifest says besides what is measured. */
export interface MadeFor {
  readonly exchangeId: string;
  readonly fileName: string;
  readonly name: FileNameParts;
  /** Version of the schema of the flow. */
  readonly version: string;
  readonly now: Instant;
}

/** A manifest and the measures it was made from, in the same words. */
export interface MadeManifest {
  readonly manifest: Manifest;
  readonly measured: MeasuredFile;
}

/**
 * The manifest of a file that a person deposits on a page (contract.md 2): it announces what the service
 * measured. What a row wrongly calls its type or its recipient is a fault of that row, told there, and
 * may be anything: it is counted, and not repeated.
 */
export function makeManifest(madeFor: MadeFor, found: MeasuredFile): MadeManifest {
  const { exchangeId, fileName, name, version, now } = madeFor;
  const measured = { ...found, rowsByRecipient: byRecipient(found) };
  const manifest: Manifest = {
    version: '1.0',
    exchangeId,
    flow: name.flow,
    mode: name.mode,
    nature: name.nature,
    period: name.period,
    sequence: name.sequence,
    emitter: name.emitter,
    recipient: null,
    schema: name.flow.toLowerCase(),
    schemaVersion: version,
    software: null,
    generatedAt: now,
    file: {
      name: fileName,
      bytes: found.bytes,
      sha256: found.sha256,
      encoding: found.encoding,
      separator: found.separator,
    },
    totals: {
      rows: found.rows,
      byType: byType(found),
      byRecipient: withMisshapen(measured.rowsByRecipient, found.rows),
      controlSum: null,
    },
    replaces: null,
    confirmations: [],
    signatureKey: null,
    signature: null,
  };
  return { manifest, measured };
}

/** Rows of no known type are announced as the first one, as the door allows for them. */
function byType({ rows, rowsByType }: MeasuredFile): Record<RowType, number> {
  const counts = ROW_TYPES.map((type) => [type, rowsByType[type] ?? 0] as const);
  const known = counts.reduce((sum, [, count]) => sum + count, 0);
  const said = Object.fromEntries(counts) as Record<RowType, number>;
  return { ...said, SITUATION: said.SITUATION + rows - known };
}

const CODE = /^[A-Z0-9-]{6,14}$/;

function byRecipient({ rowsByRecipient }: MeasuredFile): Record<string, number> {
  const counts = new Map<string, number>();
  for (const [sent, count] of Object.entries(rowsByRecipient)) {
    const code = CODE.test(sent) ? sent : '';
    counts.set(code, (counts.get(code) ?? 0) + count);
  }
  return Object.fromEntries(counts);
}

/** Rows too misshapen to be counted have no recipient that could be read. */
function withMisshapen(counts: Readonly<Record<string, number>>, rows: number) {
  const counted = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return counted === rows ? counts : { ...counts, '': (counts[''] ?? 0) + rows - counted };
}
