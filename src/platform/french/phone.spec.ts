import { phoneWords } from './index.js';

it.each([
  ['0692005119', '06 92 00 51 19'],
  ['+687123456', '+687 12 34 56'],
  ['+68987123456', '+689 87 12 34 56'],
  ['+2691', '+2691'],
  ['', ''],
  [null, null],
])('the number %s reads %s', (phone, words) => {
  expect(phoneWords(phone)?.replaceAll('\u00A0', ' ') ?? null).toBe(words);
});
