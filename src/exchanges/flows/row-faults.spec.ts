import { localDate } from '../../kernel/index.js';
import { compileRowCheck, headersOf, sampleCells } from '../flow/index.js';
import type { CheckContext, Flow, RowAnomaly } from '../flow/index.js';
import { ORIENTATIONS, SUITES } from './index.js';

/** La Réunion today, and a commune of Isère merged into another one. */
const CONTEXT: CheckContext = {
  on: localDate(2026, 12, 2),
  emitterCode: null,
  communes: {
    isKnown: (code) => ['97411', '38022'].includes(code),
    isFormer: (code) => code === '38110',
    successorOf: (code) => (code === '38110' ? '38022' : undefined),
  },
  references: {
    standingOf: (list, code) =>
      list === 'version_notice' && code !== '1' ? { standing: 'unknown' } : { standing: 'current' },
  },
};

/** The anomalies of the first sample with other cells. */
function anomalies(
  flow: Flow,
  changes: Record<string, string>,
  more: Partial<CheckContext> = {},
): readonly RowAnomaly[] {
  const [sample = []] = sampleCells(flow);
  const cells = headersOf(flow).map((header, at) => changes[header] ?? sample[at] ?? '');
  return compileRowCheck(flow, { ...CONTEXT, ...more })(cells, 42).anomalies;
}

const L = 'BLOQUANT_LIGNE';
const A = 'AVERTISSEMENT';
const Q = 'A_CONFIRMER';

describe('values refused or remarked in ORI (exchange.md 6.5)', () => {
  it.each([
    ['date_orientation', '31/02/2026', 'type-error', L, 'DATE_IMPOSSIBLE', null],
    ['date_orientation', '2026-02-31', 'type-error', L, 'DATE_IMPOSSIBLE', null],
    ['date_orientation', '2025-02-29', 'type-error', L, 'DATE_IMPOSSIBLE', null],
    ['date_orientation', '2026-13-01', 'type-error', L, 'DATE_IMPOSSIBLE', null],
    ['date_orientation', '00/00/0000', 'type-error', L, 'DATE_IMPOSSIBLE', null],
    ['date_orientation', '20/11/2026', 'FORMAT_DATE', A, 'JOUR_MOIS_ANNEE', '2026-11-20'],
    ['date_naissance', '01/02/2005', 'FORMAT_DATE', A, 'JOUR_MOIS_ANNEE', '2005-02-01'],
    ['date_orientation', '05-03-01', 'FORMAT_DATE', L, null, null],
    ['date_orientation', '46022', 'FORMAT_DATE', L, 'NUMERO_EXCEL', '2025-12-31'],
    ['date_orientation', '20261120', 'FORMAT_DATE', L, null, '2026-11-20'],
    ['date_orientation', '1er mars', 'FORMAT_DATE', L, null, null],
    ['date_orientation', '2026-12-03', 'DATE_FUTURE', L, null, null],
    ['date_naissance', '2017-03-11', 'AGE_IMPOSSIBLE', L, null, null],
    ['date_naissance', '1956-03-11', 'AGE_IMPOSSIBLE', L, null, null],
    ['date_naissance', '2011-03-11', 'AGE_HORS_DISPOSITIF', Q, null, null],
    ['date_naissance', '1999-03-11', 'AGE_HORS_DISPOSITIF', Q, null, null],
    ['code_postal', '1000', 'ZERO_PERDU', L, null, '01000'],
    ['telephone', '692000000', 'ZERO_PERDU', L, null, '0692000000'],
    ['telephone', '6.92E+08', 'NOTATION_SCIENTIFIQUE', L, null, null],
    ['telephone', '06 92 00 00 00', 'constraint-error', L, null, '0692000000'],
    ['identifiant_imilo', '1,23E+07', 'NOTATION_SCIENTIFIQUE', L, null, null],
    ['identifiant_imilo', '12345678901', 'constraint-error', L, 'TROP_LONG', null],
    ['code_insee_residence', '38110', 'CODE_COMMUNE_ANCIEN', A, null, '38022'],
    ['code_insee_residence', '97400', 'CODE_COMMUNE_INCONNU', L, null, null],
    ['code_insee_residence', '1004', 'ZERO_PERDU', L, null, '01004'],
    ['type_volontariat', 'VX', 'CODE_INCONNU', L, null, null],
    ['type_volontariat', 'vs', 'CODE_CASSE', A, null, 'VS'],
    ['type_volontariat', 'Volontaire stagiaire', 'CODE_INCONNU', L, 'LIBELLE', 'VS'],
    ['prerequis', 'JDC_A_JOUR||MOBILITE', 'CODE_INCONNU', L, null, null],
    ['version_notice', '9', 'CODE_INCONNU', L, null, null],
    ['date_naissance_partielle', 'oui', 'type-error', L, 'BOOLEEN', null],
    ['reference_orientation', 'ORI-2026-0A1B2C3D-H', 'constraint-error', L, 'CLE_CONTROLE', null],
    ['adresse_voie', '<script>alert(1)</script>', 'constraint-error', L, null, null],
    ['adresse_voie', "'; drop table x", 'constraint-error', L, null, null],
    ['complement_adresse', 'profil 3223251', 'CONTENU_INTERDIT', L, null, null],
    ['nom_naissance', '2050397411123', 'CONTENU_INTERDIT', L, null, null],
    ['nom_naissance', 'HÃ©lÃ¨ne', 'TEXTE_MAL_ENCODE', L, null, 'Hélène'],
  ])('%s = %s is %s, %s', (column, value, code, level, precision, suggestedValue) => {
    expect(anomalies(ORIENTATIONS, { [column]: value })).toContainEqual(
      expect.objectContaining({
        line: 42,
        rowId: 1,
        column,
        code,
        level,
        precision,
        suggestedValue,
      }),
    );
  });

  it('says of a birth date out of the calendar that, and nothing of an age', () => {
    expect(anomalies(ORIENTATIONS, { date_naissance: '2006-02-29' })).toMatchObject([
      { code: 'type-error', precision: 'DATE_IMPOSSIBLE' },
    ]);
  });

  it.each([
    ['date_naissance', '2008-02-29'],
    ['date_naissance', '2010-11-20'],
    ['date_naissance', '2000-11-20'],
    ['nom_naissance', 'N’GUESSAN-TEHEIʻURA'],
    ['prenoms', 'Jean-Baptiste, Zoé'],
    ['identifiant_imilo', '3223251'],
    ['code_insee_naissance', '99999'],
    ['telephone', '00687123456'],
  ])('says nothing of %s = %s', (column, value) => {
    expect(anomalies(ORIENTATIONS, { [column]: value })).toEqual([]);
  });

  it('refuses the rows of another mission locale than the one that sends', () => {
    const found = anomalies(ORIENTATIONS, {}, { emitterCode: '97600S00' });
    expect(found).toMatchObject([{ code: 'HORS_PERIMETRE', column: 'code_structure', level: L }]);
  });

  it('does not show again a value that must not be kept', () => {
    const [found] = anomalies(ORIENTATIONS, { complement_adresse: 'SIGYCOP 3223251' });
    expect(found).toMatchObject({ code: 'CONTENU_INTERDIT', value: '***' });
  });

  it('takes a partial birth date only when it is announced', () => {
    const partial = { date_naissance: '2005-00-00' };
    expect(anomalies(ORIENTATIONS, { ...partial, date_naissance_partielle: 'O' })).toEqual([]);
    expect(anomalies(ORIENTATIONS, partial)).toMatchObject([{ rule: 'ORI-R006', level: L }]);
  });
});

describe('outcomes in SUI (exchange.md 7.a)', () => {
  it('names no outcome in what it says of one', () => {
    const found = anomalies(SUITES, { code_suite: 'INAPTE_TEMPORAIRE', date_suite: '' });
    expect(found.map(({ rule }) => rule)).toEqual(['SUI-R006', 'SUI-R009']);
    expect(JSON.stringify(found)).not.toContain('INAPTE');
  });

  it.each([
    ['2026-11', []],
    ['2026-11-18', []],
    ['2026-10', ['SUI-R010']],
    ['2026-11-17', ['SUI-R010']],
  ])(
    'takes %s as a date of re-examination after 17 November, or says %j',
    (date_reexamen, rules) => {
      const found = anomalies(SUITES, { code_suite: 'AJOURNE', date_reexamen });
      expect(found.map(({ rule }) => rule)).toEqual(rules);
    },
  );

  it('asks for the reference and the mission locale only of those who come from one', () => {
    const empty = { reference_orientation: '', code_structure: '' };
    expect(anomalies(SUITES, { ...empty, origine_candidature: 'JDC' })).toEqual([]);
    expect(anomalies(SUITES, empty).map(({ rule }) => rule)).toEqual(['SUI-R001', 'SUI-R002']);
  });

  it('leaves a rule alone when a cell it reads was refused', () => {
    const found = anomalies(SUITES, { code_suite: 'APTE', contingent: '' });
    expect(found).toMatchObject([{ code: 'CODE_INCONNU', value: '***', suggestedValue: null }]);
  });

  it('names the case by the referral, else by the file of the unit', () => {
    const [first = [], , direct = []] = sampleCells(SUITES);
    const check = compileRowCheck(SUITES, CONTEXT);
    const keys = [first, direct].map((cells) => {
      const reading = check(cells, 2);
      return reading.isAccepted ? SUITES.naturalKey(reading.row) : null;
    });
    expect(keys).toEqual([['ORI-2026-0A1B2C3D-G'], ['RSMA-RE', 'RE-2026-00414']]);
  });
});
