import fc from 'fast-check';
import {
  addDays,
  codesOf,
  firstDay,
  localDate,
  monthOf,
  referralReference,
} from '../../kernel/index.js';
import { isBlocking } from '../catalogue/index.js';
import {
  FileRowCheck,
  blankTemplate,
  columnRuleId,
  compileRowCheck,
  flowDocumentation,
  headersOf,
  mapHeader,
  naturalKeyText,
  sampleCells,
  sampleFile,
  serialiseRow,
  tableSchema,
} from '../flow/index.js';
import type { AnyColumn, CellShape, CheckContext, Flow } from '../flow/index.js';
import { FLOWS } from './index.js';

const COMMUNES = ['97411', '97416', '2A004', '99131'];
const TODAY = localDate(2026, 12, 2);

/** A month's file on the second day of the next one, from the organisation of the samples. */
function contextOf(flow: Flow): CheckContext {
  return {
    on: TODAY,
    emitterCode: flow.samples[0]?.[flow.emitterColumn] ?? null,
    communes: {
      isKnown: (code) => COMMUNES.includes(code),
      isFormer: () => false,
      successorOf: () => undefined,
    },
    references: { standingOf: () => ({ standing: 'current' }) },
    file: { nature: 'I', period: '2026-11', isSlotOpen: true },
  };
}

/** Cells that the shape of a column allows, one case in four empty where they may be. */
function cellOf(column: AnyColumn): fc.Arbitrary<string> {
  const cell = shapeCell(column.type.shape);
  return column.required ? cell : fc.option(cell, { nil: '', freq: 3 });
}

function shapeCell(shape: CellShape): fc.Arbitrary<string> {
  const past = fc.integer({ min: 0, max: 60 }).map((days) => addDays(TODAY, -days));
  switch (shape.kind) {
    case 'integer':
      return fc.integer({ min: shape.min, max: shape.max }).map(String);
    case 'text':
    case 'names':
      return fc.stringMatching(new RegExp(shape.pattern)).filter(isOrdinary(shape));
    case 'reference':
      return fc.stringMatching(new RegExp(shape.pattern));
    case 'code':
      return fc.constantFrom(...codesOf(shape.list));
    case 'list':
      return fc
        .subarray([...codesOf(shape.list)], { minLength: 1 })
        .map((codes) => codes.join('|'));
    case 'commune':
      return fc.constantFrom(...COMMUNES);
    case 'referral-reference':
      return fc.stringMatching(/^[0-9A-Z]{8,12}$/).map((body) => referralReference(2026, body));
    case 'day':
      return shape.isPast ? past : past.map((day) => addDays(day, 90));
    case 'day-or-month':
      return fc.oneof(
        past,
        past.map((day) => monthOf(addDays(day, 120))),
      );
    case 'birth-date':
      return fc.oneof(
        fc.integer({ min: 0, max: 2000 }).map((days) => addDays(localDate(2003, 1, 1), days)),
        fc.constantFrom('2004-00-00', '2004-05-00', '2004-02-29'),
      );
    case 'month':
      return past.map((day) => monthOf(firstDay(monthOf(day))));
    case 'boolean':
      return fc.constantFrom('O', 'N');
  }
}

/** Text as people type it: no space twice or at the end, no trace of a wrong encoding, no row of figures. */
function isOrdinary(shape: { pattern: string; maxLength: number }): (text: string) => boolean {
  const isWords = shape.pattern.includes('A-Z');
  return (text) =>
    text.length <= shape.maxLength &&
    text === text.normalize('NFC').trim() &&
    !/ {2}|[ÂÃÄÅâ]|[A-Z][0-9]{2}\./.test(text) &&
    !(isWords && text.replace(/[^0-9]/g, '').length > 6);
}

/** A row of the samples with some cells replaced; most break a rule between columns, which is the point. */
function rowOf(flow: Flow): fc.Arbitrary<readonly string[]> {
  const cells = flow.columns.map((column, at) =>
    fc.record({ isReplaced: fc.boolean(), cell: cellOf(column), at: fc.constant(at) }),
  );
  return fc
    .tuple(fc.constantFrom(...sampleCells(flow)), fc.tuple(...cells))
    .map(([sample, drawn]) =>
      drawn.map(({ isReplaced, cell, at }) => (isReplaced ? cell : (sample[at] ?? ''))),
    );
}

/** The same row with the cells that only one value suits put back. */
function inScope(flow: Flow, cells: readonly string[]): readonly string[] {
  const kept = [flow.emitterColumn, 'type_ligne', 'periode_rattachement', 'identifiant_ligne'];
  return headersOf(flow).map((header, at) =>
    kept.includes(header) ? (flow.samples[0]?.[header] ?? '') : (cells[at] ?? ''),
  );
}

function describeFlowContract(flow: Flow): void {
  describe(`flow ${flow.code}`, () => {
    const check = compileRowCheck(flow, contextOf(flow));

    it('names each column and each rule once, and the columns it points at', () => {
      const headers = headersOf(flow);
      const ids = flow.rules.map((rule) => rule.id);
      const pointed = [flow.emitterColumn, flow.recipientColumn, ...flow.primaryKey];
      expect(new Set(headers).size).toBe(headers.length);
      expect(new Set(ids).size).toBe(ids.length);
      expect(headers).toEqual(expect.arrayContaining(pointed));
      expect(headers.every((header) => /^[a-z][a-z0-9_]*$/.test(header))).toBe(true);
      expect(ids.every((id) => new RegExp(`^${flow.code}-R[0-9]{3}$`).test(id))).toBe(true);
    });

    it('accepts its samples without a remark and writes them back as they were', () => {
      const file = new FileRowCheck(flow, contextOf(flow));
      for (const [at, cells] of sampleCells(flow).entries()) {
        const reading = file.read(cells, at + 2);
        expect(reading).toMatchObject({ kind: 'accepted', anomalies: [] });
        if (reading.kind !== 'accepted') continue;
        expect(serialiseRow(flow, reading.row)).toEqual(cells);
        expect(naturalKeyText(flow, reading.row)).not.toBe('');
        expect(flow.eventDay(reading.row) <= TODAY).toBe(true);
      }
      expect(file.end()).toEqual([]);
    });

    it('gives its template and its sample file the declared header', () => {
      const header = `${headersOf(flow).join(';')}\r\n`;
      expect(new TextDecoder().decode(blankTemplate(flow))).toBe(header);
      const sample = new TextDecoder().decode(sampleFile(flow));
      expect(sample.startsWith(header)).toBe(true);
      expect(sample.split('\r\n')).toHaveLength(flow.samples.length + 2);
      expect(mapHeader(flow, headersOf(flow))).toMatchObject({
        missingRequired: [],
        missingOptional: [],
        unknown: [],
        misspelt: [],
        isReordered: false,
      });
    });

    it.each(flow.columns.map((column, at) => [column.header, column, at] as const))(
      'reads the example of %s, and refuses a formula there without showing it',
      (_, column, at) => {
        const cells = [...(sampleCells(flow)[0] ?? [])];
        const about = (text: string) =>
          check(cells.with(at, text), 2).anomalies.filter(
            (found) => found.rule === columnRuleId(flow, at),
          );
        expect(about(column.example)).toEqual([]);
        expect(about("=cmd|'/c calc'!A1")).toMatchObject([
          { code: 'constraint-error', column: column.header, position: at + 1, value: '***' },
        ]);
      },
    );

    it.each(flow.columns.filter(({ required }) => required).map((column) => [column.header]))(
      'requires %s',
      (header) => {
        const at = headersOf(flow).indexOf(header);
        const reading = check((sampleCells(flow)[0] ?? []).with(at, ''), 2);
        expect(reading.isAccepted).toBe(false);
        expect(reading.anomalies).toContainEqual(
          expect.objectContaining({ column: header, precision: 'VALEUR_OBLIGATOIRE' }),
        );
      },
    );

    it.each(flow.rules.map((rule) => [rule.id, rule] as const))(
      'finds the row that breaks %s, under its code and on its column',
      (id, rule) => {
        const cells = headersOf(flow).map(
          (header) => rule.broken[header] ?? flow.samples[0]?.[header] ?? '',
        );
        const found = check(cells, 7).anomalies.filter((anomaly) => anomaly.rule === id);
        expect(found).toMatchObject([{ line: 7, code: rule.code, column: rule.column }]);
        if (found.some(({ level }) => isBlocking(level))) {
          expect(check(cells, 7).isAccepted).toBe(false);
        }
      },
    );

    it('shows no value of its sensitive columns, whatever is wrong with them', () => {
      for (const header of flow.sensitiveColumns) {
        const at = headersOf(flow).indexOf(header);
        const { anomalies } = check((sampleCells(flow)[0] ?? []).with(at, 'secret'), 2);
        expect(anomalies).toContainEqual(
          expect.objectContaining({ column: header, value: '***', suggestedValue: null }),
        );
        expect(JSON.stringify(anomalies)).not.toContain('secret');
      }
    });

    it('refuses a generated row only by a rule between columns, and reads the others back the same', () => {
      let accepted = 0;
      fc.assert(
        fc.property(rowOf(flow), (drawn) => {
          const cells = inScope(flow, drawn);
          const reading = check(cells, 2);
          const ofColumns = reading.anomalies.filter(({ rule }) => rule?.includes('-C'));
          expect(ofColumns).toEqual([]);
          if (!reading.isAccepted) return;
          accepted += 1;
          const again = check(serialiseRow(flow, reading.row), 2);
          expect(again).toEqual(reading);
        }),
        { numRuns: 300, seed: 20261122 },
      );
      expect(accepted).toBeGreaterThan(5);
    });

    it('publishes a schema that holds its samples and that any validator can run', () => {
      const schema = tableSchema(flow);
      const { fields } = schema;
      if (!Array.isArray(fields)) throw new Error('No fields');
      expect(schema).toMatchObject({ fieldsMatch: 'superset', missingValues: [''] });
      expect(fields.map((field) => Object(field).name)).toEqual(headersOf(flow));
      const patterns = fields.flatMap((field) => Object(Object(field).constraints).pattern ?? []);
      for (const pattern of patterns) expect(pattern).not.toMatch(/\\[pPdw]|\(\?/);
      for (const cells of sampleCells(flow)) {
        for (const [at, field] of fields.entries()) expectInField(Object(field), cells[at] ?? '');
      }
    });

    it('documents every column, rule and code', () => {
      const page = flowDocumentation(flow);
      for (const header of headersOf(flow)) expect(page).toContain(`\`${header}\``);
      for (const rule of flow.rules) expect(page).toContain(`| ${rule.id} |`);
    });
  });
}

function expectInField(field: { constraints: Record<string, unknown> }, cell: string): void {
  const { pattern, enum: codes, required } = field.constraints;
  if (cell === '') {
    expect(required).toBe(false);
    return;
  }
  if (typeof pattern === 'string') expect(cell).toMatch(new RegExp(pattern));
  if (Array.isArray(codes)) expect(codes).toContain(cell);
}

it('registers each flow once, under a code that is its alone', () => {
  const codes = FLOWS.map((flow) => flow.code);
  expect(codes).toEqual([...new Set(codes)]);
});

for (const flow of FLOWS) describeFlowContract(flow);
