import { addMillis } from '../../kernel/index.js';
import { doorFault } from '../catalogue/index.js';
import type { DoorFault } from '../catalogue/index.js';
import { checkTotals } from './check-totals.js';
import type { Envelope, SchemaVersion } from './envelope.js';

const MINUTE = 60_000;
const CLOCK_TOLERANCE = 15 * MINUTE;
const ONE_DAY = 24 * 60 * MINUTE;

/**
 * Everything that name, manifest and counts show by themselves (exchange.md 6.1, 6.2 and 6.4). Who sends
 * comes first: nothing more is said to an account that speaks for another organisation.
 */
export function checkEnvelope(envelope: Envelope): DoorFault[] {
  const usurped = checkEmitter(envelope);
  if (usurped.length > 0) return usurped;
  return [
    ...checkMode(envelope),
    ...checkAgreement(envelope),
    ...checkSchema(envelope),
    ...checkDates(envelope),
    ...checkContent(envelope),
    ...checkTotals(envelope.manifest, envelope.measured),
  ];
}

function checkEmitter({ name, manifest, depositorCode }: Envelope): DoorFault[] {
  const details = { emetteur: depositorCode };
  if (name.emitter !== depositorCode) return [doorFault('EMETTEUR_USURPE', details)];
  if (manifest.emitter === depositorCode) return [];
  return [doorFault('EMETTEUR_USURPE', details, { pointer: '/emetteur' })];
}

function checkMode({ name, manifest, allowedModes }: Envelope): DoorFault[] {
  const isAllowed = allowedModes?.includes(name.mode) ?? true;
  if (name.mode === manifest.mode && isAllowed) return [];
  return [doorFault('MODE_INCOHERENT', {}, { pointer: '/mode' })];
}

/** The manifest must be that of this very file. */
function checkAgreement({ fileName, name, manifest }: Envelope): DoorFault[] {
  const pairs = [
    ['flux', manifest.flow, name.flow],
    ['schema', manifest.schema, name.flow.toLowerCase()],
    ['periode', manifest.period, name.period],
    ['sequence', manifest.sequence, name.sequence],
    ['nature', manifest.nature, name.nature],
    ['fichier.nom', manifest.file.name, fileName],
  ] as const;
  return pairs
    .filter(([, announced, named]) => announced !== named)
    .map(([cle, , attendu]) => {
      const pointer = `/${cle.replace('.', '/')}`;
      return doorFault('MANIFESTE_INVALIDE:NOM_DIFFERENT', { cle, attendu }, { pointer });
    });
}

function checkSchema({ name, manifest, schemas, today }: Envelope): DoorFault[] {
  const { schema, schemaVersion: version } = manifest;
  const place = { pointer: '/schema_version' };
  if (!version.startsWith(`${name.schemaMajor}.`)) {
    return [doorFault('SCHEMA_VERSION:NOM', { nom: name.schemaMajor, version }, place)];
  }
  const isCurrent = ({ validFrom, validTo }: SchemaVersion): boolean =>
    validFrom <= today && (validTo === null || today <= validTo);
  const current = schemas.filter(isCurrent);
  const versions = current.map((known) => known.version).join(', ');
  const found = current.find((known) => known.version === version);
  if (!found) return [doorFault('SCHEMA_VERSION', { version, schema, versions }, place)];
  if (found.validTo === null) return [];
  const details = { version, schema, fin: found.validTo, versions };
  return [doorFault('SCHEMA_VERSION:RETRAIT', details, place)];
}

function checkDates({ name, manifest, now, today }: Envelope): DoorFault[] {
  const faults: DoorFault[] = [];
  const place = { pointer: '/date_generation' };
  if (manifest.generatedAt > addMillis(now, ONE_DAY)) {
    faults.push(doorFault('DATE_FICHIER_FUTURE:PLUS_D_UN_JOUR', {}, place));
  } else if (manifest.generatedAt > addMillis(now, CLOCK_TOLERANCE)) {
    faults.push(doorFault('DATE_FICHIER_FUTURE', {}, place));
  }
  // A month is compared with the month of today, a day with today itself.
  if (name.period > today.slice(0, name.period.length)) {
    faults.push(doorFault('PERIODE_FUTURE', { periode: name.period }, { pointer: '/periode' }));
  }
  return faults;
}

/** An annulation (A) has no row: it takes back all that was sent. */
function checkContent({ name, measured }: Envelope): DoorFault[] {
  if (measured.bytes === 0) return [doorFault('FICHIER_VIDE', {})];
  if (name.nature === 'N' && measured.rows > 0) {
    return [doorFault('NEANT_AVEC_LIGNES', { lignes: measured.rows })];
  }
  if (name.nature === 'A' && measured.rows > 0) {
    return [doorFault('NEANT_AVEC_LIGNES:ANNULATION', { lignes: measured.rows })];
  }
  const mayBeEmpty = name.nature === 'N' || name.nature === 'A';
  return measured.rows === 0 && !mayBeEmpty ? [doorFault('AUCUNE_LIGNE', {})] : [];
}
