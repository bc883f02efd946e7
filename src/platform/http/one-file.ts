import type { FastifyRequest } from 'fastify';
import { HttpProblem } from './http-problem.js';

/** A file of a form, in memory, with what else the form says. */
export interface OneFile {
  /** Null when none was chosen, or when it is too large. */
  readonly content: Buffer | null;
  readonly isTooLarge: boolean;
  /** By name. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What the network says of a sender that went away; the parser of parts gives its errors no code. */
const CUT_SHORT: readonly unknown[] = [undefined, 'ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET'];

/** Parts that cannot be told apart, or stop before their end, are the sender's to mend. */
export function unreadableParts(error: unknown): never {
  if (!(error instanceof Error) || !CUT_SHORT.includes(Reflect.get(error, 'code'))) throw error;
  throw new HttpProblem(
    400,
    'malformed-request',
    'Le dépôt n’est pas arrivé en entier, ou son en-tête Content-Type ne donne pas de séparateur ' +
      '(boundary). Rien n’a été enregistré : envoyez-le de nouveau.',
  );
}

/**
 * Receives the small file of a form. Its name is read by nobody (SEC-47).
 * @param maximumBytes beyond, the rest is thrown away
 */
export async function receiveOneFile(
  request: FastifyRequest,
  fileField: string,
  maximumBytes: number,
): Promise<OneFile> {
  return receive(request, fileField, maximumBytes).catch(unreadableParts);
}

async function receive(
  request: FastifyRequest,
  fileField: string,
  maximumBytes: number,
): Promise<OneFile> {
  const fields = new Map<string, string>();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      fields.set(part.fieldname, String(part.value));
      continue;
    }
    for await (const chunk of part.file) {
      if (part.fieldname !== fileField || !Buffer.isBuffer(chunk)) continue;
      length += chunk.length;
      if (length <= maximumBytes) chunks.push(chunk);
    }
  }
  const isTooLarge = length > maximumBytes;
  const content = length === 0 || isTooLarge ? null : Buffer.concat(chunks);
  return { content, isTooLarge, fields: Object.fromEntries(fields) };
}
