import { FLOWS } from '../../flows/index.js';
import { flowWords } from './presenter.js';

describe.each(FLOWS.map((flow) => [flow.code, flow] as const))('The page of %s', (_code, flow) => {
  const words = flowWords(flow);

  it('tells every column, what it takes and an example', () => {
    expect(words.columns.map(({ header }) => header)).toEqual(
      flow.columns.map(({ header }) => header),
    );
    expect(words.columns.filter(({ content, need }) => content === '' || need === '')).toEqual([]);
  });

  it('gives every list that a column takes its codes from', () => {
    const taken = flow.columns.flatMap(({ type: { shape } }) =>
      shape.kind === 'code' || shape.kind === 'list' ? [shape.list.name] : [],
    );

    expect(new Set(words.lists.map(({ name }) => name))).toEqual(new Set(taken));
  });

  it('tells every rule between columns', () => {
    const ids = words.rules.map(({ id }) => id);

    for (const { id } of flow.rules) expect(ids).toContain(id);
  });
});
