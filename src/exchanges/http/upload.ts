import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { HttpProblem, unreadableParts } from '../../platform/http/index.js';
import type { FileSource } from '../deposit/index.js';

/** The two parts of a deposit, the data kept on disk for the time of the request. */
export interface Upload {
  /** Name given by the emitter: read by one strict expression, never used as a path (SEC-47). */
  readonly fileName: string | null;
  readonly manifestText: string | null;
  /** What else a form says, by name. */
  readonly fields: Readonly<Record<string, string>>;
  readonly source: FileSource;
  readonly isTooLarge: boolean;
}

/** The data and the manifest, and one more to see that a part comes twice. */
const MOST_FILES = 3;

/** A manifest is at most 64 KB; a byte more is enough to tell that it is longer. */
const MANIFEST_BYTES = 64 * 1024 + 1;

/**
 * Receives a multipart deposit, parts in any order, the manifest as a file or as a text field
 * (contract.md 2), then calls `use` and forgets the bytes, whatever happened. `fileField`
 * is the name of the part of the data, in the language of whoever sends it.
 */
export async function withUpload<T>(
  request: FastifyRequest,
  use: (upload: Upload) => Promise<T>,
  fileField = 'file',
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-'));
  try {
    const upload = await receive(request, join(folder, 'data'), fileField).catch(unreadableParts);
    return await use(upload);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function receive(request: FastifyRequest, path: string, fileField: string): Promise<Upload> {
  let fileName: string | null = null;
  let manifestText: string | null = null;
  let isTooLarge = false;
  const seen: string[] = [];
  const fields = new Map<string, string>();
  const parts = request.parts({ limits: { files: MOST_FILES } });
  for await (const part of parts) {
    seen.push(part.fieldname);
    if (part.type === 'file' && seen.indexOf(part.fieldname) < seen.length - 1) {
      part.file.resume();
    } else if (part.type === 'field') {
      if (part.fieldname === 'manifest') manifestText = String(part.value);
      else fields.set(part.fieldname, String(part.value));
    } else if (part.fieldname === 'manifest') {
      manifestText = await textOf(part.file);
    } else if (part.fieldname === fileField) {
      fileName = part.filename;
      await pipeline(part.file, createWriteStream(path));
      isTooLarge = part.file.truncated;
    } else {
      part.file.resume();
    }
  }
  assertOnce(seen, fileField);
  assertOnce(seen, 'manifest');
  const source: FileSource = () => (fileName === null ? nothing() : createReadStream(path));
  return { fileName, manifestText, fields: Object.fromEntries(fields), source, isTooLarge };
}

/** Of two files, one would be lost without a word. */
function assertOnce(seen: readonly string[], name: string): void {
  if (seen.filter((one) => one === name).length < 2) return;
  throw new HttpProblem(
    400,
    'repeated-part',
    `La partie « ${name} » figure deux fois dans le dépôt. Rien n’a été enregistré : déposez un fichier et son manifeste à la fois.`,
  );
}

async function textOf(file: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of file) {
    if (length < MANIFEST_BYTES) chunks.push(chunk);
    length += chunk.length;
  }
  return Buffer.concat(chunks).subarray(0, MANIFEST_BYTES).toString('utf8');
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
