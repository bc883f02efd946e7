import { parseLocalDate } from '../../kernel/index.js';
import { CANDIDACY_STATES } from './candidacy.js';
import { proposedCommands, UNIT_VIEWS } from './unit-worklist.rules.js';

const ALL = ['close', 'decide', 'convoke', 'evaluate', 'acknowledge'];
const on = parseLocalDate('2026-11-20') ?? null;

describe('The worklist of a unit', () => {
  it('has each file in one of the views of what is to be done, or over', () => {
    const { all, ...others } = UNIT_VIEWS;
    expect(Object.values(others).flat().toSorted()).toEqual(CANDIDACY_STATES.toSorted());
    expect(all).toEqual(CANDIDACY_STATES);
  });

  it('proposes what may pass, what comes next first', () => {
    expect(proposedCommands({ state: 'received', acknowledgedOn: null }, ALL)).toEqual([
      'acknowledge',
      'evaluate',
      'convoke',
      'decide',
      'close',
    ]);
    expect(proposedCommands({ state: 'received', acknowledgedOn: null }, ['decide'])).toEqual([
      'decide',
    ]);
  });

  it('proposes neither to acknowledge nor to evaluate twice', () => {
    expect(proposedCommands({ state: 'in-evaluation', acknowledgedOn: on }, ALL)).toEqual([
      'convoke',
      'decide',
      'close',
    ]);
    expect(proposedCommands({ state: 'received', acknowledgedOn: on }, ALL)[0]).toBe('evaluate');
  });
});
