import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../platform/config/index.js';
import { CommuneDirectory } from '../domain/commune-directory.js';
import { placeNameKey } from '../domain/place-names.js';
import { FORMER_OVERSEAS_CODES } from './former-overseas-codes.js';

const COMMUNES_FILE = 'node_modules/@etalab/decoupage-administratif/data/communes.json';

/** The parts of a record of the package that the service uses. */
interface CommuneRecord {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  /** Commune that a delegated or associated commune belongs to. */
  readonly chefLieu?: string;
  readonly codesPostaux?: readonly string[];
  readonly anciensCodes?: readonly string[];
}

interface Commune {
  readonly name: string;
  readonly postalCodes: readonly string[];
}

/**
 * Communes of the npm package `@etalab/decoupage-administratif` (COG and postal codes, Licence
 * Ouverte). Only names, postal codes and moves stay in memory.
 */
export class EtalabCommunes extends CommuneDirectory {
  private readonly communes = new Map<string, Commune>();
  /** Code that no longer stands by itself -> present code. */
  private readonly moves = new Map<string, string>(FORMER_OVERSEAS_CODES);
  /** Own names of delegated and associated communes. */
  private readonly partNames = new Map<string, string>();

  /** Built when a name is first looked for: files never do. */
  private byName: ReadonlyMap<string, readonly string[]> | undefined;

  private constructor(records: readonly CommuneRecord[]) {
    super();
    for (const record of records) this.add(record);
  }

  /** Reads the 8 MB of the package; takes about a tenth of a second, to be done once. */
  static read(root: string = projectRoot()): EtalabCommunes {
    const content: unknown = JSON.parse(readFileSync(path.join(root, COMMUNES_FILE), 'utf8'));
    if (!Array.isArray(content) || !content.every(isCommuneRecord)) {
      throw new Error(`Unexpected content: ${COMMUNES_FILE}`);
    }
    return new EtalabCommunes(content);
  }

  override isKnown(code: string): boolean {
    return this.currentOf(code) !== undefined;
  }

  override currentOf(code: string): string | undefined {
    if (this.communes.has(code)) return code;
    return this.moves.get(code);
  }

  override nameOf(code: string): string | undefined {
    return this.partNames.get(code) ?? this.presentOf(code)?.name;
  }

  override named(name: string): readonly string[] {
    this.byName ??= this.indexByName();
    return this.byName.get(placeNameKey(name)) ?? [];
  }

  override departmentOf(code: string): string | undefined {
    const current = this.currentOf(code);
    return current?.slice(0, /^9[78]/.test(current) ? 3 : 2);
  }

  override postalCodes(code: string): readonly string[] {
    return this.presentOf(code)?.postalCodes ?? [];
  }

  private indexByName(): ReadonlyMap<string, readonly string[]> {
    const index = new Map<string, string[]>();
    for (const [code, commune] of this.communes) {
      const key = placeNameKey(commune.name);
      const same = index.get(key);
      if (same) same.push(code);
      else index.set(key, [code]);
    }
    return index;
  }

  private presentOf(code: string): Commune | undefined {
    const current = this.currentOf(code);
    return current === undefined ? undefined : this.communes.get(current);
  }

  private add(record: CommuneRecord): void {
    const { code, nom: name, chefLieu, codesPostaux = [], anciensCodes = [] } = record;
    if (record.type === 'commune-deleguee' || record.type === 'commune-associee') {
      if (chefLieu === undefined || chefLieu === code) return;
      this.moves.set(code, chefLieu);
      this.partNames.set(code, name);
      return;
    }
    this.communes.set(code, { name, postalCodes: codesPostaux });
    for (const former of anciensCodes) {
      if (!this.moves.has(former)) this.moves.set(former, code);
    }
  }
}

function isCommuneRecord(value: unknown): value is CommuneRecord {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    'nom' in value &&
    typeof value.nom === 'string' &&
    'type' in value &&
    typeof value.type === 'string'
  );
}
