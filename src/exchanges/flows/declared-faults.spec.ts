import { addDays, codesOf, localDate } from '../../kernel/index.js';
import type { CodeList } from '../../kernel/index.js';
import { isBlocking } from '../catalogue/index.js';
import { compileRowCheck, headersOf, lineRules, sampleCells } from '../flow/index.js';
import type { AnyColumn, CheckContext, Flow } from '../flow/index.js';
import { FLOWS } from './index.js';

const TODAY = localDate(2026, 12, 2);
const FILE = { nature: 'I', period: '2026-11', isSlotOpen: true } as const;

/** La Réunion today, a merged commune, and reference lists where one code is retired. */
function contextOf(flow: Flow, more: Partial<CheckContext> = {}): CheckContext {
  const known = ['97411', '97416', '2A004', '38022'];
  return {
    on: TODAY,
    emitterCode: flow.samples[0]?.[flow.emitterColumn] ?? null,
    communes: {
      isKnown: (code) => known.includes(code),
      isFormer: (code) => code === '38110',
      successorOf: (code) => (code === '38110' ? '38022' : undefined),
    },
    references: { standingOf: () => ({ standing: 'current' }) },
    file: FILE,
    ...more,
  };
}

/** A cell that is wrong, and all that is said of it: code, level and the finer reason. */
type Wrong = readonly [cell: string, code: string, level: 'L' | 'A', precision?: string];

const LEVELS = { L: 'BLOQUANT_LIGNE', A: 'AVERTISSEMENT' } as const;
const DATES: readonly Wrong[] = [
  ['2026-02-31', 'type-error', 'L', 'DATE_IMPOSSIBLE'],
  ['31/02/2026', 'type-error', 'L', 'DATE_IMPOSSIBLE'],
  ['46022', 'FORMAT_DATE', 'L', 'NUMERO_EXCEL'],
  ['20261120', 'FORMAT_DATE', 'L'],
  ['1er mars', 'FORMAT_DATE', 'L'],
];

/** What a column of this kind refuses or remarks, by its kind alone (exchange.md 6.5). */
function wrongCells({ type: { shape } }: AnyColumn): readonly Wrong[] {
  switch (shape.kind) {
    case 'integer': {
      const word: Wrong = ['un', 'type-error', 'L'];
      const small: Wrong = [String(shape.min - 1), 'constraint-error', 'L', 'TROP_PETIT'];
      return shape.min > 0 ? [word, small] : [word];
    }
    case 'code':
    case 'list':
      return wrongCodes(shape.list);
    case 'boolean':
      return [
        ['oui', 'type-error', 'L', 'BOOLEEN'],
        ['n', 'CODE_CASSE', 'A'],
      ];
    case 'day': {
      const future: Wrong = [addDays(TODAY, 1), 'DATE_FUTURE', 'L'];
      return shape.isPast ? [...DATES, future] : DATES;
    }
    case 'birth-date':
      return [...DATES, ['11/03/2005', 'FORMAT_DATE', 'A', 'JOUR_MOIS_ANNEE']];
    case 'day-or-month':
      return [...DATES, ['2026-13', 'type-error', 'L', 'DATE_IMPOSSIBLE']];
    case 'month':
      return [
        ['2026-13', 'type-error', 'L', 'DATE_IMPOSSIBLE'],
        ['novembre', 'FORMAT_DATE', 'L'],
      ];
    case 'commune':
      return [
        ['38110', 'CODE_COMMUNE_ANCIEN', 'A'],
        ['97400', 'CODE_COMMUNE_INCONNU', 'L'],
        ['1004', 'ZERO_PERDU', 'L'],
      ];
    case 'referral-reference':
      return [['ORI-2026-0A1B2C3D-H', 'constraint-error', 'L', 'CLE_CONTROLE']];
    case 'text':
    case 'names':
      return [
        ['X'.repeat(shape.maxLength + 1), 'constraint-error', 'L', 'TROP_LONG'],
        ['1,23E+07', 'NOTATION_SCIENTIFIQUE', 'L'],
      ];
    case 'reference':
      return [['{{7*7}}', 'constraint-error', 'L']];
  }
}

function wrongCodes(list: CodeList): readonly Wrong[] {
  const [code = ''] = codesOf(list);
  const label = list.values.find((one) => one.code === code)?.label ?? '';
  const wrong: Wrong[] = [['ZZZ', 'CODE_INCONNU', 'L']];
  if (code !== code.toLowerCase()) wrong.push([code.toLowerCase(), 'CODE_CASSE', 'A']);
  const isLabel = label !== '' && !codesOf(list).includes(label.toUpperCase());
  return isLabel ? [...wrong, [label, 'CODE_INCONNU', 'L', 'LIBELLE']] : wrong;
}

/** What any column refuses, whatever its kind. */
const ANYWHERE: readonly Wrong[] = [
  ['+33692000000', 'constraint-error', 'L', 'DEBUT_INTERDIT'],
  ['-2+3', 'constraint-error', 'L', 'DEBUT_INTERDIT'],
  ['profil 3223251', 'CONTENU_INTERDIT', 'L'],
];

describe.each(FLOWS.map((flow) => [flow.code, flow as Flow] as const))(
  'every fault that a row of %s may have',
  (_, flow) => {
    const check = compileRowCheck(flow, contextOf(flow));
    const [sample = []] = sampleCells(flow);

    it.each(flow.columns.map((column, at) => [column.header, column, at] as const))(
      'is told of %s by its code, its level and its fate',
      (header, column, at) => {
        for (const [cell, code, level, precision] of [...wrongCells(column), ...ANYWHERE]) {
          if (column.type.shape.kind === 'text' && code === 'NOTATION_SCIENTIFIQUE') {
            // Some texts take such a figure as the word it is.
            if (new RegExp(column.type.shape.pattern).test(cell)) continue;
          }
          const reading = check(sample.with(at, cell), 7);
          const found = reading.anomalies.find((one) => one.column === header);
          expect({ cell, ...found }).toMatchObject({
            cell,
            line: 7,
            code,
            level: LEVELS[level],
            ...(precision === undefined ? {} : { precision }),
          });
          if (level === 'L') expect(reading.isAccepted).toBe(false);
        }
      },
    );

    it('is told of what others sent, whatever the row says', () => {
      const at = headersOf(flow).indexOf(flow.emitterColumn);
      const emitterCode = flow.from === 'unit' ? 'RSMA-YT' : '97600S00';
      const strange = compileRowCheck(flow, contextOf(flow, { emitterCode }))(sample, 7);
      expect(strange).toMatchObject({
        isAccepted: false,
        anomalies: [
          {
            code: 'HORS_PERIMETRE',
            level: LEVELS.L,
            column: flow.emitterColumn,
            position: at + 1,
          },
        ],
      });
    });

    it('is told of codes that a dated list does not know any more', () => {
      const references = { standingOf: () => ({ standing: 'unknown' }) as const };
      const unknown = compileRowCheck(flow, contextOf(flow, { references }))(sample, 7);
      const dated = flow.columns.filter(({ type }) => type.shape.kind === 'reference');
      const given = dated.filter(({ header }) => flow.samples[0]?.[header]);
      expect(unknown.anomalies.map(({ column, code }) => [column, code])).toEqual(
        given.map(({ header }) => [header, 'CODE_INCONNU']),
      );
      const retired = { standingOf: () => ({ standing: 'retired' }) as const };
      const old = compileRowCheck(flow, contextOf(flow, { references: retired }))(sample, 7);
      expect(old.isAccepted).toBe(true);
      expect(old.anomalies.map(({ level }) => level)).toEqual(given.map(() => LEVELS.A));
    });

    it('is told of the type of a line, and of the period it speaks of', () => {
      const column = (header: string) => headersOf(flow).indexOf(header);
      const line = (type: string, period: string) =>
        check(
          sample.with(column('type_ligne'), type).with(column('periode_rattachement'), period),
          7,
        );
      const rules = lineRules(flow.code, FILE).map(({ id }) => id);
      const found = [
        line('EVENEMENT', ''),
        line('CORRECTION', ''),
        line('CORRECTION', '2026-11'),
        line('CORRECTION', '2024-10'),
        line('SITUATION', '2026-10'),
      ].map(({ isAccepted, anomalies }) => [isAccepted, anomalies[0]?.rule]);
      const [type, given, range] = rules;
      expect(found).toEqual([
        [false, type],
        [false, given],
        [false, range],
        [false, range],
        [false, range],
      ]);
      const corrected = line('CORRECTION', '2026-10').anomalies;
      expect(corrected.filter(({ rule }) => rules.includes(rule ?? ''))).toEqual([]);
    });

    it('refuses the row, or leaves it with a remark, as each rule between its cells says', () => {
      const levels = flow.rules.map((rule) => {
        const cells = headersOf(flow).map((header, at) => rule.broken[header] ?? sample[at] ?? '');
        const { isAccepted, anomalies } = check(cells, 7);
        const own = anomalies.find((one) => one.rule === rule.id);
        const isRefused = anomalies.some(({ level }) => isBlocking(level));
        expect({ id: rule.id, isAccepted }).toEqual({ id: rule.id, isAccepted: !isRefused });
        return own?.level;
      });
      expect(levels).not.toContain(undefined);
      expect(levels).toContain(LEVELS.L);
    });
  },
);
