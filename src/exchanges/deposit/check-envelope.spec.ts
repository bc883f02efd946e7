import { parseInstant, parseLocalDate } from '../../kernel/index.js';
import type { Instant, LocalDate } from '../../kernel/index.js';
import { checkEnvelope } from './check-envelope.js';
import type { Envelope, MeasuredFile, SchemaVersion } from './envelope.js';
import { fileNameOf, parseFileName } from './file-name.js';
import type { FileNameParts } from './file-name.js';
import type { Manifest, ManifestTotals } from './manifest.js';
import { parseManifest } from './parse-manifest.js';

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a faulty constant');
  return value;
}
const instant = (text: string): Instant => known(parseInstant(text));
const day = (text: string): LocalDate => known(parseLocalDate(text));

const NAME = 'SUI_P_RSMA-RE_2026-11_000214_I_v1.csv';
const V1: SchemaVersion = { version: '1.0.0', validFrom: day('2026-01-01'), validTo: null };

function partsOf(name: string): FileNameParts {
  const reading = parseFileName(name, ['ORI', 'SUI']);
  if (!reading.ok) throw new Error(reading.fault.message);
  return reading.parts;
}

function manifestOf(parts: FileNameParts, measured: MeasuredFile): Manifest {
  const text = JSON.stringify({
    version_manifeste: '1.0',
    identifiant_echange: '0193c1f2-8f0e-7b6a-9f1d-5a1c9e0b7f42',
    flux: parts.flow,
    mode: parts.mode,
    nature: parts.nature,
    periode: parts.period,
    sequence: parts.sequence,
    emetteur: parts.emitter,
    schema: parts.flow.toLowerCase(),
    schema_version: '1.0.0',
    date_generation: '2026-12-02T09:14:07+04:00',
    fichier: {
      nom: fileNameOf(parts),
      octets: measured.bytes,
      sha256: measured.sha256,
      encodage: 'utf-8',
      separateur: ';',
    },
    totaux: {
      lignes: measured.rows,
      par_type: { SITUATION: measured.rows, EVENEMENT: 0, CORRECTION: 0, ANNULATION: 0 },
      par_destinataire: measured.rowsByRecipient,
    },
  });
  const reading = parseManifest(text);
  if (!reading.ok) throw new Error(reading.faults[0]?.message);
  return reading.manifest;
}

const MEASURED: MeasuredFile = {
  bytes: 4_821,
  sha256: 'ab'.repeat(32),
  encoding: 'utf-8',
  separator: ';',
  rows: 10,
  rowsByType: { SITUATION: 10 },
  rowsByRecipient: { '97410S00': 6, '': 4 },
};

/** An envelope without a fault, but for what the test changes. */
function envelope(change: Partial<Envelope> = {}, name = NAME): Envelope {
  const parts = partsOf(name);
  const measured = change.measured ?? MEASURED;
  return {
    fileName: name,
    name: parts,
    manifest: manifestOf(parts, measured),
    measured,
    depositorCode: 'RSMA-RE',
    now: instant('2026-12-02T09:20:00+04:00'),
    today: day('2026-12-02'),
    schemas: [V1],
    ...change,
  };
}

const withManifest = (change: Partial<Manifest>): Envelope => {
  const base = envelope();
  return { ...base, manifest: { ...base.manifest, ...change } };
};
const withTotals = (
  change: Partial<ManifestTotals>,
  measured?: Partial<MeasuredFile>,
): Envelope => {
  const base = envelope();
  const totals = { ...base.manifest.totals, ...change };
  const manifest = { ...base.manifest, totals };
  return { ...base, manifest, measured: { ...MEASURED, ...measured } };
};
const codes = (checked: Envelope): string[] =>
  checkEnvelope(checked).map(({ code, precision }) => (precision ? `${code}:${precision}` : code));

describe('checkEnvelope, name and manifest', () => {
  it('has nothing to say when all agrees', () => {
    expect(checkEnvelope(envelope())).toEqual([]);
  });

  it('says one thing only to an account that speaks for another organisation', () => {
    const stranger = envelope({ depositorCode: 'RSMA-YT', measured: MEASURED });
    expect(codes({ ...stranger, manifest: { ...stranger.manifest, sequence: 9 } })).toEqual([
      'EMETTEUR_USURPE',
    ]);
    const [fault] = checkEnvelope(withManifest({ emitter: 'RSMA-YT' }));
    expect(fault).toMatchObject({ code: 'EMETTEUR_USURPE', pointer: '/emetteur' });
  });

  it('wants one mode everywhere, and one the account may use', () => {
    expect(codes(withManifest({ mode: 'T' }))).toEqual(['MODE_INCOHERENT']);
    expect(codes(envelope({ allowedModes: ['T'] }))).toEqual(['MODE_INCOHERENT']);
    expect(codes(envelope({ allowedModes: ['T', 'P'] }))).toEqual([]);
  });

  it.each([
    ['/flux', { flow: 'ORI' }],
    ['/schema', { schema: 'ori' }],
    ['/periode', { period: partsOf(NAME.replace('2026-11', '2026-10')).period }],
    ['/sequence', { sequence: 215 }],
    ['/nature', { nature: 'R' }],
  ] as const)('wants the manifest to agree with the name on %s', (pointer, change) => {
    const fault = { code: 'MANIFESTE_INVALIDE', precision: 'NOM_DIFFERENT', pointer };
    expect(checkEnvelope(withManifest(change))).toEqual([expect.objectContaining(fault)]);
  });

  it('wants the manifest of this very file', () => {
    const { file } = envelope().manifest;
    const other = withManifest({ file: { ...file, name: NAME.replace('214', '215') } });
    expect(checkEnvelope(other)).toEqual([expect.objectContaining({ pointer: '/fichier/nom' })]);
  });
});

describe('checkEnvelope, schema and dates', () => {
  const until = (validTo: string): SchemaVersion => ({ ...V1, validTo: day(validTo) });
  const V2: SchemaVersion = { ...V1, version: '2.0.0' };

  it.each<[string, SchemaVersion[], string[]]>([
    ['unknown', [V2], ['SCHEMA_VERSION']],
    ['not yet valid', [{ ...V1, validFrom: day('2026-12-03') }], ['SCHEMA_VERSION']],
    ['retired', [until('2026-12-01'), V2], ['SCHEMA_VERSION']],
    ['in its last day', [until('2026-12-02'), V2], ['SCHEMA_VERSION:RETRAIT']],
    ['valid from today', [{ ...V1, validFrom: day('2026-12-02') }], []],
  ])('judges a version that is %s', (_, schemas, expected) => {
    expect(codes(envelope({ schemas }))).toEqual(expected);
  });

  it('only warns of a version that will be retired', () => {
    const [fault] = checkEnvelope(envelope({ schemas: [until('2027-02-28'), V2] }));
    expect(fault).toMatchObject({ level: 'AVERTISSEMENT' });
    expect(fault?.correction).toContain('2.0.0');
  });

  it('wants the major version of the name', () => {
    expect(codes(withManifest({ schemaVersion: '10.0.0' }))).toEqual(['SCHEMA_VERSION:NOM']);
  });

  it.each([
    ['2026-12-02T09:35:00+04:00', []],
    ['2026-12-02T09:35:01+04:00', ['DATE_FICHIER_FUTURE']],
    ['2026-12-03T09:20:00+04:00', ['DATE_FICHIER_FUTURE']],
    ['2026-12-03T09:20:01+04:00', ['DATE_FICHIER_FUTURE:PLUS_D_UN_JOUR']],
  ])('compares a file made at %s with the clock of the service', (text, expected) => {
    expect(codes(withManifest({ generatedAt: instant(text) }))).toEqual(expected);
  });

  it('warns below a day and refuses above', () => {
    const levelAt = (text: string): string | undefined =>
      checkEnvelope(withManifest({ generatedAt: instant(text) }))[0]?.level;
    expect(levelAt('2026-12-02T12:00:00+04:00')).toBe('AVERTISSEMENT');
    expect(levelAt('2026-12-04T12:00:00+04:00')).toBe('BLOQUANT_FICHIER');
  });

  it.each([
    ['2026-12', 'I', []],
    ['2027-01', 'I', ['PERIODE_FUTURE']],
    ['2026-12-02', 'S', []],
    ['2026-12-03', 'S', ['PERIODE_FUTURE']],
  ])('compares the period %s of nature %s with today', (period, nature, expected) => {
    const name = `SUI_P_RSMA-RE_${period}_000214_${nature}_v1.csv`;
    expect(codes(envelope({}, name))).toEqual(expected);
  });
});

describe('checkEnvelope, content and totals', () => {
  const empty = { ...MEASURED, rows: 0, rowsByType: {}, rowsByRecipient: {} };
  const named = (nature: string): string => NAME.replace('_I_', `_${nature}_`);

  it.each([
    ['I', ['AUCUNE_LIGNE']],
    ['R', ['AUCUNE_LIGNE']],
    ['C', ['AUCUNE_LIGNE']],
    ['N', []],
    ['A', []],
  ])('judges a file of nature %s without rows', (nature, expected) => {
    expect(codes(envelope({ measured: empty }, named(nature)))).toEqual(expected);
  });

  it('refuses an empty file whatever its nature, and rows in a nil file', () => {
    const nothing = { ...empty, bytes: 0 };
    expect(codes(envelope({ measured: nothing }, named('N')))).toEqual(['FICHIER_VIDE']);
    expect(codes(envelope({ measured: nothing }))).toEqual(['FICHIER_VIDE']);
    expect(codes(envelope({}, named('N')))).toEqual(['NEANT_AVEC_LIGNES']);
  });

  it('compares size, fingerprint and number of rows', () => {
    const { file } = envelope().manifest;
    const wrong = { ...file, bytes: 1, sha256: 'cd'.repeat(32) };
    expect(codes(withManifest({ file: wrong }))).toEqual(['byte-count', 'hash-count']);
    expect(codes(withTotals({}, { rows: 9 }))).toEqual(['row-count']);
  });

  it('wants the breakdowns of the manifest to add up', () => {
    const faults = checkEnvelope(withTotals({ byRecipient: { '97410S00': 6 } }));
    expect(faults).toEqual([
      expect.objectContaining({ code: 'TOTAL_CONTROLE', pointer: '/totaux/par_destinataire' }),
    ]);
  });

  it('compares the rows of each type', () => {
    const byType = { SITUATION: 9, EVENEMENT: 0, CORRECTION: 1, ANNULATION: 0 };
    expect(codes(withTotals({ byType }))).toEqual(['TOTAL_CONTROLE:PAR_TYPE']);
  });

  it('does not condemn a file for one misspelt type, which is told with its row', () => {
    const rowsByType = { SITUATION: 9, Situation: 1 };
    expect(codes(withTotals({}, { rowsByType }))).toEqual([]);
    expect(codes(withTotals({}, { rowsByType: { SITUATION: 8, Situation: 1 } }))).toEqual([
      'TOTAL_CONTROLE:PAR_TYPE',
    ]);
  });

  it('compares the rows of each recipient, rows too misshapen to count left aside', () => {
    const moved = { rowsByRecipient: { '97410S00': 5, '': 5 } };
    expect(codes(withTotals({}, moved))).toEqual(['TOTAL_CONTROLE:PAR_DESTINATAIRE']);
    const short = { rowsByRecipient: { '97410S00': 5, '': 4 } };
    expect(codes(withTotals({}, short))).toEqual(['TOTAL_CONTROLE:PAR_DESTINATAIRE']);
    const misshapen = { ...short, rowsByType: { SITUATION: 9 }, rowsUncounted: 1 };
    expect(codes(withTotals({}, misshapen))).toEqual([]);
  });

  it('compares control sums when both sides have one', () => {
    expect(codes(withTotals({ controlSum: '12' }, { controlSum: '13' }))).toEqual([
      'TOTAL_CONTROLE:SOMME_CONTROLE',
    ]);
    expect(codes(withTotals({ controlSum: '12' }, { controlSum: '12' }))).toEqual([]);
    expect(codes(withTotals({ controlSum: '12' }))).toEqual([]);
    expect(codes(withTotals({}, { controlSum: '13' }))).toEqual([]);
  });
});
