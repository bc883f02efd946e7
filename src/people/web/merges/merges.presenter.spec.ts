import type { PersonActor, Role } from '../../../kernel/index.js';
import type { PersonMerge } from '../../domain/person-merge.js';
import { mergeChoice } from './merges.presenter.js';

const merge = (state: PersonMerge['state']) => ({ state, proposedBy: 'ana' }) as PersonMerge;
const actor = (id: string, role: Role = 'ml-manager') => ({ id, role }) as PersonActor;

describe('What somebody may do with a merge', () => {
  it('is to decide it, for another than who proposed it', () => {
    expect(mergeChoice(merge('proposed'), actor('bob')).commands).toEqual(['confirm', 'refuse']);
    expect(mergeChoice(merge('proposed'), actor('ana'))).toEqual({
      commands: [],
      why: expect.stringContaining('une autre personne'),
    });
  });

  it('is to take it back, whoever proposed it', () => {
    expect(mergeChoice(merge('confirmed'), actor('ana')).commands).toEqual(['undo']);
  });

  it('is nothing for an adviser, or once it is over', () => {
    expect(mergeChoice(merge('proposed'), actor('bob', 'ml-adviser'))).toEqual({
      commands: [],
      why: expect.stringContaining('responsable'),
    });
    expect(mergeChoice(merge('confirmed'), actor('bob', 'ml-adviser'))).toEqual({
      commands: [],
      why: null,
    });
    expect(mergeChoice(merge('refused'), actor('bob'))).toEqual({ commands: [], why: null });
  });
});
