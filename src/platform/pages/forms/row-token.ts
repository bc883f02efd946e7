import { isUuid } from '../../fields/index.js';
import { versionOf } from './attempt.js';

/** Which record a row of a grid is about, and the version of it that the row was made from. */
export interface RowToken {
  readonly id: string;
  readonly version: number;
}

const TOKEN = /^([0-9a-f-]{36}) (\d{1,9})$/;

/** A row's record as the hidden field of the row carries it. */
export function rowToken({ id, version }: RowToken): string {
  return `${id} ${version}`;
}

/** Reads that field; null for what names no record. */
export function readRowToken(text: string): RowToken | null {
  const [, id, version] = TOKEN.exec(text) ?? [];
  if (id === undefined || version === undefined || !isUuid(id)) return null;
  return { id, version: versionOf(version) };
}
