import type { Subject } from './subjects.js';

/** One request to a route of the service, valid but for who sends it. */
export interface Call {
  readonly method: 'GET' | 'POST';
  /** The address, of the ids it speaks of. */
  readonly path: (subject: Subject) => string;
  /** Which id the address holds. */
  readonly of?: keyof Subject;
  readonly body?: () => unknown;
}

/** Reads an address. */
export const get = (address: string, of?: keyof Subject): Call => ({
  method: 'GET',
  path: (subject) => (of === undefined ? address : address.replace(':id', subject[of])),
  ...(of === undefined ? {} : { of }),
});

/** Sends a body to an address. */
export const post = (address: string, body: () => unknown, of?: keyof Subject): Call => ({
  ...get(address, of),
  method: 'POST',
  body,
});

/** A command that takes no value. */
export const command = (address: string, of: keyof Subject): Call => ({
  ...get(address, of),
  method: 'POST',
});
