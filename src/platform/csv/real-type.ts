import { Buffer } from 'node:buffer';

/** What a file really is, told by its first bytes. */
export type RealType =
  | 'text'
  | 'html'
  | 'xml'
  | 'pdf'
  | 'zip'
  | 'protected-zip'
  | 'xlsx-ods-zip'
  | 'cfb'
  | 'gzip'
  | 'archive'
  | 'age'
  | 'image';

/** Bytes enough to tell the type of a file. */
export const HEAD_BYTES = 512;

const SIGNATURES: readonly (readonly [RealType, string])[] = [
  ['pdf', '%PDF-'],
  ['cfb', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['gzip', '\x1f\x8b'],
  ['archive', '7z\xbc\xaf\x27\x1c'],
  ['archive', 'Rar!\x1a\x07'],
  ['archive', '\xfd7zXZ\0'],
  ['archive', '\x28\xb5\x2f\xfd'],
  ['archive', 'BZh'],
  ['age', 'age-encryption.org/v1\n'],
  ['age', '-----BEGIN AGE ENCRYPTED FILE-----'],
  ['image', '\x89PNG\r\n\x1a\n'],
  ['image', '\xff\xd8\xff'],
  ['image', 'GIF8'],
];
const MARKUP = /^\s*<(!doctype html|html|head|body|table|meta|script)\b/i;
const OFFICE_ENTRY = /^(mimetypeapplication\/vnd\.|\[Content_Types\]\.xml|_rels\/|xl\/|docProps\/)/;
const ZIP_HEADER_LENGTH = 30;
const ZIP_ENCRYPTED = 0x01;

/**
 * Tells the real type of a file from its first {@link HEAD_BYTES} bytes, before anything parses it.
 * Whatever has no known signature is `text`: encodings and structure are checked afterwards.
 */
export function realTypeOf(head: Buffer): RealType {
  const latin = head.toString('latin1', 0, HEAD_BYTES);
  const known = SIGNATURES.find(([, signature]) => latin.startsWith(signature));
  if (known) return known[0];
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(latin)) return zipKind(head, latin);
  const text = latin.replace(/^\xef\xbb\xbf/, '');
  if (/^\s*<\?xml\b/.test(text)) return 'xml';
  return MARKUP.test(text) ? 'html' : 'text';
}

function zipKind(head: Buffer, latin: string): RealType {
  const isEncrypted = head.length > 6 && (head.readUInt8(6) & ZIP_ENCRYPTED) !== 0;
  if (isEncrypted) return 'protected-zip';
  return OFFICE_ENTRY.test(latin.slice(ZIP_HEADER_LENGTH)) ? 'xlsx-ods-zip' : 'zip';
}

export type TypeFaultCode = 'FORMAT_NON_PRIS_EN_CHARGE' | 'TYPE_REEL_DIFFERENT' | 'FICHIER_PROTEGE';

/**
 * Compares the name of a file with its first bytes: only `.csv` is read for now (contract.md 3), and a
 * `.csv` must be a text (exchange.md 6.2, lines 27 and 30). Nothing when all is well.
 */
export function typeFaultsOf(fileName: string, head: Buffer): readonly TypeFaultCode[] {
  if (!fileName.toLowerCase().endsWith('.csv')) return ['FORMAT_NON_PRIS_EN_CHARGE'];
  const type = realTypeOf(head);
  if (type === 'text') return [];
  const isProtected = type === 'cfb' || type === 'protected-zip';
  return isProtected ? ['TYPE_REEL_DIFFERENT', 'FICHIER_PROTEGE'] : ['TYPE_REEL_DIFFERENT'];
}
