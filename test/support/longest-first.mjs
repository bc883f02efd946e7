// The order of the test files where no earlier run tells their times, as on a fresh clone: the
// longest first, so that no process is still at one of them when the others have nothing left.
import Sequencer from '@jest/test-sequencer';

const LONGEST = [
  'test/chaos/kills',
  'test/bench/',
  'test/browser/every-page',
  'test/permissions/foreign-rows',
  'test/permissions/thief',
  'test/exchanges/calendar-year',
  'test/chaos/failpoints',
  'test/e2e/demonstration',
  'test/exchanges/faults/faults',
  'test/permissions/matrix',
  'test/web/stored-markup',
  'test/browser/adviser-journey',
];

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const place = LONGEST.findIndex((part) => path.includes(part));
      return place < 0 ? LONGEST.length : place;
    };
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
}
