import { DecideRequest } from '../../src/candidacies/http/candidacy-commands.request.js';
import { ANSWER_FLOW_COLUMNS } from '../../src/exchanges/flows/suites/columns.js';
import { readFields } from '../../src/platform/fields/index.js';

// What the API takes as a contingent, the file of answers must take too.

const column = ANSWER_FLOW_COLUMNS.find(({ header }) => header === 'contingent');
if (column?.type.shape.kind !== 'text') throw new Error('contingent is a text of SUI');
const pattern = new RegExp(column.type.shape.pattern);

describe('A contingent given to the API', () => {
  it.each(['2027-01', 'A1', 'Été 2027 (1)', '😀', '=1+1', '<b>', '-1'])(
    'is taken when the SUI column has its shape, and refused otherwise: %s',
    async (contingent) => {
      const body = { code: 'APTE_RETENU', decidedOn: '2026-11-17', contingent };
      const read = await readFields(DecideRequest, body);
      const pointers = read.isRight ? [] : read.issues.map(({ pointer }) => pointer);
      expect(pointers).toEqual(pattern.test(contingent) ? [] : ['/contingent']);
    },
  );
});
