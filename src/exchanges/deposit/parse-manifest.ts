import { parseStrictJson } from '../../platform/json/index.js';
import type { JsonRefusal } from '../../platform/json/index.js';
import { Buffer } from 'node:buffer';
import { doorFault } from '../catalogue/index.js';
import type { DoorFault } from '../catalogue/index.js';
import { EXCHANGE_MODES, FILE_NATURES } from './file-name.js';
import type { Manifest, ManifestConfirmation, ManifestFile, ManifestTotals } from './manifest.js';
import { isObject, ManifestReader } from './manifest-reader.js';
import {
  anyText,
  CONTROL_SUM,
  MOMENT,
  oneOf,
  periodOf,
  ROWS_BY_RECIPIENT,
  textLike,
  wholeNumber,
} from './manifest-shapes.js';

export type ManifestReading =
  | { readonly ok: true; readonly manifest: Manifest }
  | { readonly ok: false; readonly faults: readonly DoorFault[] };

const MANIFEST_BYTES = 64 * 1024;
const MANIFEST_DEPTH = 6;
const COUNT = 'un nombre entier, 0 ou plus';

/** The value of `T` once none of its members is undefined. */
type Complete<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

/**
 * Reads a manifest (exchange.md 7.b): strict JSON of 64 KB at most, every key of contract.md 3 present
 * and of the right form. All faults are given at once, each naming its key and what to put there. Keys
 * of later minor versions are ignored.
 */
export function parseManifest(text: string): ManifestReading {
  if (Buffer.byteLength(text) > MANIFEST_BYTES) {
    return { ok: false, faults: [doorFault('MANIFESTE_INVALIDE:TAILLE', {})] };
  }
  const json = parseStrictJson(text.replace(/^\uFEFF/, ''), MANIFEST_DEPTH);
  if (!json.ok) return { ok: false, faults: [jsonFault(json.refusal)] };
  if (!isObject(json.value)) {
    return { ok: false, faults: [doorFault('MANIFESTE_INVALIDE:OBJET', {})] };
  }
  const faults: DoorFault[] = [];
  const manifest = readManifest(new ManifestReader(json.value, faults));
  return manifest && faults.length === 0 ? { ok: true, manifest } : { ok: false, faults };
}

function readManifest(reader: ManifestReader): Manifest | undefined {
  const nature = reader.required('nature', oneOf(FILE_NATURES));
  return complete<Manifest>({
    version: reader.required('version_manifeste', textLike(/^1\.0$/, '« 1.0 »')),
    exchangeId: reader.required('identifiant_echange', UUID),
    flow: reader.required('flux', textLike(/^[A-Z]{3}$/, 'le code du flux, trois majuscules')),
    mode: reader.required('mode', oneOf(EXCHANGE_MODES)),
    nature,
    period: reader.required('periode', periodOf(nature ?? 'I')),
    sequence: reader.required('sequence', wholeNumber(1, 'un nombre de 1 à 999999', 999_999)),
    emitter: reader.required('emetteur', ORGANISATION),
    recipient: reader.optional('destinataire', ORGANISATION),
    schema: reader.required('schema', textLike(/^[a-z]{3}$/, 'le flux en minuscules')),
    schemaVersion: reader.required('schema_version', VERSION),
    software: readSoftware(reader),
    generatedAt: reader.required('date_generation', MOMENT),
    file: readFile(reader),
    totals: readTotals(reader),
    replaces: reader.optional('remplace', anyText('le nom du fichier remplacé')),
    confirmations: readConfirmations(reader),
    signatureKey: reader.optional('cle_signature', anyText('le nom de la clé')),
    signature: reader.optional('signature', textLike(/^[\x21-\x7e]{1,300}$/, 'la signature')),
  });
}

const UUID = textLike(
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  'un identifiant unique (UUID)',
);
const ORGANISATION = textLike(/^[A-Z0-9-]{6,14}$/, 'le code de l’organisme, comme RSMA-RE');
const VERSION = textLike(/^\d{1,2}\.\d{1,3}\.\d{1,3}$/, 'une version comme 1.0.0');
const SHA256 = textLike(/^[0-9a-f]{64}$/, '64 chiffres hexadécimaux en minuscules');

function readSoftware(parent: ManifestReader): Manifest['software'] | undefined {
  const reader = parent.insideIfAny('logiciel', 'un nom et une version');
  return (
    reader &&
    complete<NonNullable<Manifest['software']>>({
      name: reader.required('nom', anyText('le nom du logiciel')),
      version: reader.required('version', anyText('la version du logiciel')),
    })
  );
}

function readFile(parent: ManifestReader): ManifestFile | undefined {
  const reader = parent.inside('fichier', 'la description du fichier');
  return (
    reader &&
    complete<ManifestFile>({
      name: reader.required('nom', anyText('le nom du fichier de données')),
      bytes: reader.required('octets', wholeNumber(0, COUNT, Number.MAX_SAFE_INTEGER)),
      sha256: reader.required('sha256', SHA256),
      encoding: reader.required('encodage', anyText('l’encodage, comme utf-8')),
      separator: reader.required('separateur', oneOf([';', ',', '\t'])),
    })
  );
}

function readTotals(parent: ManifestReader): ManifestTotals | undefined {
  const reader = parent.inside('totaux', 'les totaux de contrôle');
  const types = reader?.inside('par_type', 'le nombre de lignes de chaque type');
  const count = wholeNumber(0, COUNT);
  const byType =
    types &&
    complete<ManifestTotals['byType']>({
      SITUATION: types.required('SITUATION', count),
      EVENEMENT: types.required('EVENEMENT', count),
      CORRECTION: types.required('CORRECTION', count),
      ANNULATION: types.required('ANNULATION', count),
    });
  return (
    reader &&
    complete<ManifestTotals>({
      rows: reader.required('lignes', count),
      byType,
      byRecipient: reader.required('par_destinataire', ROWS_BY_RECIPIENT),
      controlSum: reader.optional('somme_controle', CONTROL_SUM),
    })
  );
}

function readConfirmations(parent: ManifestReader): ManifestConfirmation[] | undefined {
  const readers = parent.list('confirmations', 'une liste de confirmations');
  const read = readers.map((reader) =>
    complete<ManifestConfirmation>({
      file: reader.optional('fichier', anyText('le nom du fichier concerné')),
      code: reader.required('code', textLike(/^[A-Za-z_-]{1,60}$/, 'le code à confirmer')),
    }),
  );
  return read.every((confirmation) => confirmation !== undefined) ? read : undefined;
}

/** The object, once all its members could be read. */
function complete<T>(members: { [Key in keyof T]: T[Key] | undefined }): Complete<T> | undefined {
  return isComplete(members) ? members : undefined;
}

function isComplete<T>(members: { [Key in keyof T]: T[Key] | undefined }): members is Complete<T> {
  return Object.values(members).every((member) => member !== undefined);
}

function jsonFault(refusal: JsonRefusal): DoorFault {
  switch (refusal.reason) {
    case 'syntax':
      return doorFault('MANIFESTE_INVALIDE:JSON', { position: refusal.position });
    case 'depth':
      return doorFault('MANIFESTE_INVALIDE:PROFONDEUR', {});
    case 'duplicate-key':
      return doorFault('MANIFESTE_INVALIDE:CLE_DOUBLE', { cle: refusal.key });
    case 'forbidden-key':
      return doorFault('MANIFESTE_INVALIDE:CLE_INTERDITE', { cle: refusal.key });
  }
}
