import { headersOf } from '../flow/index.js';
import type { Flow } from '../flow/index.js';
import { FLOWS, ORIENTATIONS, SUITES } from '../flows/index.js';
import { checkHeader } from './check-header.js';
import type { HeaderCheck } from './check-header.js';

const FLOW: Flow = ORIENTATIONS;
const DECLARED = headersOf(FLOW);
const REQUIRED = FLOW.columns.filter((column) => column.required);
const OPTIONAL = FLOW.columns.filter((column) => !column.required);
const check = (labels: readonly string[]): HeaderCheck => checkHeader(labels, FLOW, FLOWS);
const codesOf = (labels: readonly string[]): (readonly [string, string])[] =>
  check(labels).faults.map(({ code, level }) => [code, level]);

describe('checkHeader', () => {
  it('has nothing to say of the declared header', () => {
    const { faults, mapping } = check(DECLARED);

    expect(faults).toEqual([]);
    expect(mapping.indexes).toEqual(DECLARED.map((_, index) => index));
  });

  it('lists all missing required columns at once', () => {
    const gone = REQUIRED.slice(-2).map(({ header }) => header);
    const { faults } = check(DECLARED.filter((label) => !gone.includes(label)));

    expect(faults).toEqual([
      expect.objectContaining({ code: 'missing-label', level: 'BLOQUANT_FICHIER', line: 1 }),
    ]);
    for (const header of gone) expect(faults[0]?.message).toContain(header);
  });

  it('warns of a missing optional column', () => {
    const gone = OPTIONAL.at(-1)?.header;
    expect(codesOf(DECLARED.filter((label) => label !== gone))).toEqual([
      ['missing-label', 'AVERTISSEMENT'],
    ]);
  });

  it('warns of an unknown column by its name, and of a nameless one by its place', () => {
    const { faults } = check([...DECLARED, 'couleur', '', '']);

    expect(faults.map(({ code, level }) => [code, level])).toEqual([
      ['extra-label', 'AVERTISSEMENT'],
    ]);
    const place = DECLARED.length;
    expect(faults[0]?.message).toContain(`n° ${place + 1}, n° ${place + 2}, n° ${place + 3}`);
    expect(check([...DECLARED, 'couleur']).faults[0]?.message).toContain('« couleur »');
  });

  it.each([
    'NIR',
    'Numéro de sécurité sociale',
    'num_ss',
    'état de santé',
    'Commentaire',
    'observations',
    'religion',
    'avis_medical',
    'profil SIGYCOP',
    'INE',
  ])('refuses the column %s without keeping anything', (label) => {
    expect(codesOf([...DECLARED, label])).toEqual([['extra-label', 'BLOQUANT_FICHIER']]);
  });

  it.each(['date_observation', 'lignes_lues', 'domaine', 'version_notice_bis'])(
    'does not take %s for a forbidden column',
    (label) => {
      expect(codesOf([...DECLARED, label])).toEqual([['extra-label', 'AVERTISSEMENT']]);
    },
  );

  it('ignores the columns of a rejects file sent back', () => {
    expect(codesOf([...DECLARED, 'anomalies', 'valeur_suggeree'])).toEqual([]);
  });

  it('understands labels of another case, order or spelling, with a warning', () => {
    const label = DECLARED[1] ?? '';
    const odd = DECLARED.map((each) => (each === label ? ' Type Ligne ' : each));
    expect(codesOf(odd)).toEqual([['incorrect-label', 'AVERTISSEMENT']]);

    const reversed = check(DECLARED.toReversed());
    expect(reversed.faults).toEqual([expect.objectContaining({ precision: 'ORDRE' })]);
    expect(reversed.mapping.indexes[0]).toBe(DECLARED.length - 1);
  });

  it('refuses a column that stands twice, even under two spellings', () => {
    const twice = [...DECLARED, (DECLARED[0] ?? '').toUpperCase()];
    expect(codesOf(twice)).toEqual([['duplicate-label', 'BLOQUANT_FICHIER']]);
  });

  it('recognises the header of another flow, and says nothing else', () => {
    const { faults } = check(headersOf(SUITES));

    expect(faults).toEqual([
      expect.objectContaining({ code: 'FLUX_DIFFERENT', level: 'BLOQUANT_FICHIER' }),
    ]);
    expect(faults[0]?.message).toContain('SUI');
  });

  it('never repeats what stands where a header should be', () => {
    const row = DECLARED.map((_, index) => `PAYET${index}`);
    const { faults } = check([...row, 'PAYET0', 'sante']);

    expect(faults.map(({ code }) => code)).toContain('missing-label');
    expect(JSON.stringify(faults)).not.toMatch(/payet/i);
  });
});
