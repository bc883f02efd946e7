import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { projectRoot } from '../config/index.js';

/** Every file a page may ask for, and nothing else. */
const FILES = {
  'passerelle.css': 'text/css; charset=utf-8',
  'passerelle.js': 'text/javascript; charset=utf-8',
  'favicon.svg': 'image/svg+xml',
} as const;

export type AssetName = keyof typeof FILES;

/** A file of the pages, ready to be sent in each encoding. */
export interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
  /** The address carries a hash of the content: it may be kept for ever. */
  readonly href: string;
}

/** Reads and compresses the files once, when the process starts: a few kilobytes. */
export function loadAssets(): ReadonlyMap<string, Asset> {
  const folder = path.join(projectRoot(), 'src/platform/pages/assets');
  return new Map(Object.entries(FILES).map(([name, type]) => [name, load(folder, name, type)]));
}

function load(folder: string, name: string, type: string): Asset {
  const plain = readFileSync(path.join(folder, name));
  const hash = createHash('sha256').update(plain).digest('hex').slice(0, 8);
  return {
    type,
    plain,
    gzip: gzipSync(plain, { level: 9 }),
    brotli: brotliCompressSync(plain),
    href: `/actifs/${hash}/${name}`,
  };
}
