/** The part of the package we use: it ships without types. */
declare module 'pg-copy-streams' {
  import type { Writable } from 'node:stream';
  import type { Submittable } from 'pg';

  /** A `copy … from stdin` to give to `client.query`, then to write its data to. */
  export function from(sql: string): Writable & Submittable;
}
