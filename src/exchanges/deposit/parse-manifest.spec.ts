import { parseManifest } from './parse-manifest.js';
import type { DoorFault } from '../catalogue/index.js';

/** The example of exchange.md 7.b, with everything that is optional left out. */
const REQUIRED = {
  version_manifeste: '1.0',
  identifiant_echange: '0193c1f2-8f0e-7b6a-9f1d-5a1c9e0b7f42',
  flux: 'SUI',
  mode: 'P',
  nature: 'I',
  periode: '2026-11',
  sequence: 214,
  emetteur: 'RSMA-RE',
  schema: 'sui',
  schema_version: '1.0.0',
  date_generation: '2026-12-02T09:14:07+04:00',
  fichier: {
    nom: 'SUI_P_RSMA-RE_2026-11_000214_I_v1.csv',
    octets: 48211,
    sha256: 'ab'.repeat(32),
    encodage: 'utf-8',
    separateur: ';',
  },
  totaux: {
    lignes: 187,
    par_type: { SITUATION: 185, EVENEMENT: 0, CORRECTION: 2, ANNULATION: 0 },
    par_destinataire: { '97410S00': 61, '': 126 },
  },
};

type Json = Record<string, unknown>;

/** The example with one value changed, or removed when it is undefined. */
function changed(path: string, value: unknown): string {
  const copy: Json = structuredClone(REQUIRED);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce<Json>((object, key) => object[key] as Json, copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return JSON.stringify(copy);
}

function faultsOf(text: string): readonly DoorFault[] {
  const reading = parseManifest(text);
  if (reading.ok) throw new Error('the manifest was accepted');
  return reading.faults;
}

const leaves = (value: unknown, path: string[] = []): string[] =>
  typeof value === 'object' && value !== null && path.at(-1) !== 'par_destinataire'
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))
    : [path.join('.')];

describe('parseManifest', () => {
  it('reads the required keys, and gives the others their absence', () => {
    expect(parseManifest(`\uFEFF${JSON.stringify(REQUIRED)}`)).toEqual({
      ok: true,
      manifest: {
        version: '1.0',
        exchangeId: '0193c1f2-8f0e-7b6a-9f1d-5a1c9e0b7f42',
        flow: 'SUI',
        mode: 'P',
        nature: 'I',
        period: '2026-11',
        sequence: 214,
        emitter: 'RSMA-RE',
        recipient: null,
        schema: 'sui',
        schemaVersion: '1.0.0',
        software: null,
        generatedAt: '2026-12-02T05:14:07.000Z',
        file: {
          name: 'SUI_P_RSMA-RE_2026-11_000214_I_v1.csv',
          bytes: 48211,
          sha256: 'ab'.repeat(32),
          encoding: 'utf-8',
          separator: ';',
        },
        totals: {
          rows: 187,
          byType: { SITUATION: 185, EVENEMENT: 0, CORRECTION: 2, ANNULATION: 0 },
          byRecipient: Object.assign(Object.create(null), { '97410S00': 61, '': 126 }),
          controlSum: null,
        },
        replaces: null,
        confirmations: [],
        signatureKey: null,
        signature: null,
      },
    });
  });

  it('reads the optional keys, and ignores those of a later version', () => {
    const text = JSON.stringify({
      ...REQUIRED,
      logiciel: { nom: 'LAGON', version: '4.8' },
      remplace: null,
      destinataire: '97411S00',
      confirmations: [{ fichier: 'SUI_P_RSMA-RE_2026-11_000213_I_v1.csv', code: 'DERIVE_VOLUME' }],
      totaux: { ...REQUIRED.totaux, somme_controle: '000123456789012' },
      cle_signature: 'rsma-re-2026-1',
      signature: 'ed25519:abc',
      plus_tard: { rien: [] },
    });
    expect(parseManifest(text)).toMatchObject({
      ok: true,
      manifest: {
        software: { name: 'LAGON', version: '4.8' },
        replaces: null,
        recipient: '97411S00',
        confirmations: [{ file: 'SUI_P_RSMA-RE_2026-11_000213_I_v1.csv', code: 'DERIVE_VOLUME' }],
        totals: { controlSum: '123456789012' },
        signatureKey: 'rsma-re-2026-1',
        signature: 'ed25519:abc',
      },
    });
  });

  it.each(leaves(REQUIRED))('asks for %s when it misses, and says what to put', (path) => {
    const faults = faultsOf(changed(path, undefined));

    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({
      code: 'MANIFESTE_INVALIDE',
      precision: 'CLE_ABSENTE',
      level: 'BLOQUANT_FICHIER',
      pointer: `/${path.replaceAll('.', '/')}`,
    });
    expect(faults[0]?.message).toContain(`« ${path} »`);
    expect(faults[0]?.correction).toMatch(/^Ajouter « .+ » : .{4,}\.$/);
  });

  it.each(leaves(REQUIRED))('refuses %s of another type', (path) => {
    for (const value of [null, [], true, { a: 1 }, 'no\u0007', -1, 1.5]) {
      const place = { pointer: `/${path.replaceAll('.', '/')}`, precision: 'VALEUR' };
      expect(faultsOf(changed(path, value))).toEqual([expect.objectContaining(place)]);
    }
  });

  it.each([
    ['version_manifeste', '2.0'],
    ['identifiant_echange', '12'],
    ['flux', 'sui'],
    ['mode', 'X'],
    ['periode', '2026-13'],
    ['periode', '2026-11-30'],
    ['sequence', 0],
    ['sequence', 1_000_000],
    ['emetteur', 'rsma'],
    ['schema_version', '1.0'],
    ['date_generation', '2026-12-02T09:14:07'],
    ['date_generation', '2026-02-30T09:14:07Z'],
    ['fichier.sha256', 'AB'.repeat(32)],
    ['fichier.separateur', '|'],
    ['totaux.par_destinataire', { '97410S00': '61' }],
    ['totaux.par_destinataire', { 'pas un code': 1 }],
    ['totaux.somme_controle', '1234567890123456'],
    ['logiciel', { nom: 'LAGON' }],
    ['confirmations', [{ fichier: 'x' }]],
    ['confirmations', ['DERIVE_VOLUME']],
    ['remplace', 12],
  ])('refuses %s = %j', (path, value) => {
    const [fault, ...others] = faultsOf(changed(path, value));

    expect(fault?.code).toBe('MANIFESTE_INVALIDE');
    expect(fault?.pointer).toContain(`/${path.replaceAll('.', '/')}`);
    expect(others).toEqual([]);
  });

  it('tells all faults at once', () => {
    expect(faultsOf('{}')).toHaveLength(13);
  });

  it.each([
    ['TAILLE', JSON.stringify({ ...REQUIRED, x: 'é'.repeat(33_000) })],
    ['JSON', 'nom;ville'],
    ['OBJET', '[]'],
    ['OBJET', 'null'],
    ['JSON', '{"sequence": NaN}'],
    ['PROFONDEUR', `{"a":${'['.repeat(10_000)}`],
    ['CLE_DOUBLE', '{"flux":"SUI","flux":"ORI"}'],
    ['CLE_INTERDITE', '{"__proto__":{"flux":"SUI"}}'],
  ])('refuses a hostile text: %s', (precision, text) => {
    const fault = { code: 'MANIFESTE_INVALIDE', precision, level: 'BLOQUANT_FICHIER' };
    expect(faultsOf(text)).toEqual([expect.objectContaining(fault)]);
  });
});
