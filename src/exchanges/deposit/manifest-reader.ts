import { doorFault } from '../catalogue/index.js';
import type { DoorFault } from '../catalogue/index.js';
import type { StrictJson, StrictObject } from '../../platform/json/index.js';

/** How a value is written, and how to say it in French after « Indiquer dans la clé ». */
export interface Shape<Value> {
  readonly expected: string;
  read(value: StrictJson): Value | undefined;
}

export const isObject = (value: StrictJson | undefined): value is StrictObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads the keys of one object of the manifest and notes every fault instead of stopping at the first.
 * A faulty key reads as undefined: the caller gives up once all keys were looked at.
 */
export class ManifestReader {
  constructor(
    private readonly object: StrictObject,
    private readonly faults: DoorFault[],
    private readonly path: readonly string[] = [],
  ) {}

  required<Value>(key: string, shape: Shape<Value>): Value | undefined {
    const value = this.object[key];
    if (value === undefined) {
      const details = { cle: this.nameOf(key), attendu: shape.expected };
      this.add('MANIFESTE_INVALIDE:CLE_ABSENTE', details, key);
      return undefined;
    }
    return this.read(key, value, shape);
  }

  /** Absent and null are the same; undefined is a fault. */
  optional<Value>(key: string, shape: Shape<Value>): Value | null | undefined {
    const value = this.object[key];
    return value === undefined || value === null ? null : this.read(key, value, shape);
  }

  /** The reader of an object inside this one; undefined when there is none, the fault being noted. */
  inside(key: string, expected: string): ManifestReader | undefined {
    const object = this.required(key, { expected, read: objectOf });
    return object && new ManifestReader(object, this.faults, [...this.path, key]);
  }

  /** The same for an object that may be absent or null. */
  insideIfAny(key: string, expected: string): ManifestReader | null | undefined {
    const object = this.optional(key, { expected, read: objectOf });
    return object && new ManifestReader(object, this.faults, [...this.path, key]);
  }

  /** The readers of the objects of a list that may be absent. */
  list(key: string, expected: string): ManifestReader[] {
    const read = (value: StrictJson): StrictObject[] | undefined =>
      Array.isArray(value) && value.every(isObject) ? value : undefined;
    const objects = this.optional(key, { expected, read }) ?? [];
    return objects.map(
      (object, index) => new ManifestReader(object, this.faults, [...this.path, key, `${index}`]),
    );
  }

  private read<Value>(key: string, value: StrictJson, shape: Shape<Value>): Value | undefined {
    const read = shape.read(value);
    if (read === undefined) {
      const details = { cle: this.nameOf(key), attendu: shape.expected };
      this.add('MANIFESTE_INVALIDE:VALEUR', details, key);
    }
    return read;
  }

  private add(
    code: 'MANIFESTE_INVALIDE:CLE_ABSENTE' | 'MANIFESTE_INVALIDE:VALEUR',
    details: { cle: string; attendu: string },
    key: string,
  ): void {
    const pointer = [...this.path, key].map((part) => `/${part}`).join('');
    this.faults.push(doorFault(code, details, { pointer }));
  }

  private nameOf(key: string): string {
    return [...this.path, key].join('.');
  }
}

function objectOf(value: StrictJson): StrictObject | undefined {
  return isObject(value) ? value : undefined;
}
