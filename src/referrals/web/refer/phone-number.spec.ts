import { phoneNumber } from './phone-number.js';

describe('A telephone number typed by a person', () => {
  it.each([
    ['06 92 00 00 00', '0692000000'],
    ['06.92.00.00.00', '0692000000'],
    ['+262 692 00 00 00', '0692000000'],
    ['+33 (0)6 12 34 56 78', '0612345678'],
    ['+687 12 34 56', '00687123456'],
    ['00 689 87 12 34 56', '0068987123456'],
    ['', ''],
  ])('%j is %j', (typed, number) => {
    expect(phoneNumber(typed)).toBe(number);
  });
});
