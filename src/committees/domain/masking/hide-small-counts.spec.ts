import fc from 'fast-check';
import { axisOf, indexOf, type Axis, type Branch } from './axis.js';
import { cellAt, tableOf, type CountedFact, type CountedTable } from './counted-table.js';
import { hideSmallCounts, SMALLEST_SHOWN } from './hide-small-counts.js';
import { Attacker, relationsOf } from './support/attack.js';

const K = SMALLEST_SHOWN;
const CLOSE = 1e-6;

/** Counts that meet the limit from both sides, and none at all. */
const someCount = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 10 }) },
  { weight: 4, arbitrary: fc.integer({ min: 8, max: 40 }) },
  { weight: 1, arbitrary: fc.integer({ min: 41, max: 900 }) },
);

/** One or two levels of headings. */
const someFacet = (name: string): fc.Arbitrary<Branch[]> =>
  fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }).map((sizes) =>
    sizes.map((size, at): Branch => {
      const id = `${name}${at}`;
      const children = Array.from({ length: size }, (_, child) => ({ id: `${id}.${child}` }));
      return size === 1 ? { id } : { id, children };
    }),
  );

const someAxis = (name: string, facets: number): fc.Arbitrary<Axis> =>
  fc
    .tuple(...Array.from({ length: facets }, (_, at) => someFacet(`${name}${at}-`)))
    .map((all) => axisOf(name, all));

const someTable: fc.Arbitrary<CountedTable> = fc
  .tuple(
    someAxis('place', 1),
    fc.integer({ min: 1, max: 2 }).chain((n) => someAxis('what', n)),
  )
  .chain((axes) => {
    const choices = axes.map((axis) => leavesByFacet(axis));
    const fact = fc.record({
      leaves: fc.tuple(
        ...choices.map((facets) => fc.tuple(...facets.map((all) => fc.constantFrom(...all)))),
      ),
      count: someCount,
    });
    return fc
      .array(fact, { minLength: 1, maxLength: 14 })
      .map((facts) => tableOf(axes, facts as CountedFact[]));
  });

function leavesByFacet(axis: Axis): number[][] {
  return Array.from({ length: axis.facets }, (_, facet) =>
    (axis.nodes[0]?.leaves ?? []).filter((leaf) => axis.nodes[leaf]?.facet === facet),
  );
}

describe('What is published of a table', () => {
  it('lets nobody find a hidden count within eleven persons, over 10,000 tables', () => {
    fc.assert(
      fc.property(someTable, (table) => {
        const hidden = [...hideSmallCounts(table)];
        const attacker = new Attacker(table, hidden);
        const found = hidden.filter((cell) => {
          const { low, high } = attacker.intervalOf(cell);
          const count = table.values[cell] ?? 0;
          const isAttackSound = low <= count + CLOSE && high >= count - CLOSE;
          return !isAttackSound || high - low < K - CLOSE;
        });
        expect(found).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  });

  it('shows no small count, and everything when none is small', () => {
    fc.assert(
      fc.property(someTable, (table) => {
        const hidden = hideSmallCounts(table);
        const small = table.values.map((count) => count > 0 && count < K);
        if (!small.includes(true)) expect(hidden.size).toBe(0);
        small.forEach((isSmall, cell) => {
          if (isSmall) expect(hidden.has(cell)).toBe(true);
        });
      }),
    );
  });

  it('is hidden in the same way each time', () => {
    fc.assert(
      fc.property(someTable, (table) => {
        expect([...hideSmallCounts(table)]).toEqual([...hideSmallCounts(table)]);
      }),
    );
  });
});

const PLACES = axisOf('all', [
  [
    { id: 'SMA', children: [{ id: 'RE' }, { id: 'YT' }, { id: 'GF' }] },
    { id: 'SMV', children: [{ id: 'BREST' }, { id: 'METZ' }] },
  ],
]);
const OUTCOMES = axisOf('decided', [[{ id: 'selected' }, { id: 'refused' }]]);

function counted(cells: Readonly<Record<string, readonly [number, number]>>): CountedTable {
  const facts = Object.entries(cells).flatMap(([place, counts]) =>
    counts.map((count, at) => ({
      leaves: [[indexOf(PLACES, place)], [at === 0 ? 1 : 2]],
      count,
    })),
  );
  return tableOf([PLACES, OUTCOMES], facts);
}

const at = (place: string, outcome: string) =>
  cellAt([PLACES, OUTCOMES], [indexOf(PLACES, place), indexOf(OUTCOMES, outcome)]);

it('No subtraction of two dates tells of fewer than eleven persons', () => {
  fc.assert(
    fc.property(someTable, fc.nat(), (table, seed) => {
      const values = table.values.map((count, cell) =>
        Math.max(0, count - ((seed + cell * 7) % 23)),
      );
      const earlier = { ...table, values };
      const [then, now] = [hideSmallCounts(earlier), hideSmallCounts(table, { earlier })];
      const told = table.values.flatMap((count, cell) =>
        then.has(cell) || now.has(cell) ? [] : [Math.abs(count - (values[cell] ?? 0))],
      );
      expect(told.filter((difference) => difference > 0 && difference < K)).toEqual([]);
    }),
  );
});

describe('One small count', () => {
  const table = counted({
    RE: [60, 40],
    YT: [55, 4],
    GF: [70, 30],
    BREST: [50, 50],
    METZ: [40, 60],
  });

  it('takes the other outcome of its unit and both of another unit with it, and no total', () => {
    const hidden = hideSmallCounts(table);
    expect(hidden.size).toBe(4);
    expect(hidden.has(at('YT', 'selected')) && hidden.has(at('YT', 'refused'))).toBe(true);
    for (const place of ['all', 'SMA', 'SMV', 'RE', 'YT', 'GF']) {
      expect(hidden.has(at(place, 'decided'))).toBe(false);
    }
  });

  it('would be found again by a subtraction if it were hidden alone', () => {
    const attacker = new Attacker(table, [at('YT', 'refused')]);
    const { low, high } = attacker.intervalOf(at('YT', 'refused'));
    expect([low, high]).toEqual([4, 4]);
  });
});

it('A total that is small itself is hidden, with enough around it', () => {
  const table = counted({
    RE: [6, 0],
    YT: [55, 14],
    GF: [70, 30],
    BREST: [50, 50],
    METZ: [40, 60],
  });
  const hidden = hideSmallCounts(table);
  expect(hidden.has(at('RE', 'decided'))).toBe(true);
  expect(hidden.has(at('all', 'decided'))).toBe(false);
});

it('A limit under the floor is refused', () => {
  expect(() => hideSmallCounts(counted({}), { smallest: 4 })).toThrow('fewer than 5');
});

it('Every relation of a table holds between its counts', () => {
  fc.assert(
    fc.property(someTable, (table) => {
      for (const { total, parts } of relationsOf(table)) {
        const sum = parts.reduce((all, part) => all + (table.values[part] ?? 0), 0);
        expect(sum).toBe(table.values[total]);
      }
    }),
  );
});
