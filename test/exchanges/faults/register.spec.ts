import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ELSEWHERE, FAULT_CASES, FAULT_NUMBERS, OUT_OF_SCOPE } from './register.js';

const ROOT = path.resolve(__dirname, '..', '..', '..');

describe('The register of faults', () => {
  it('forgets no line of exchange.md 6.1 to 6.6', () => {
    const known = new Set([
      ...FAULT_CASES.map(({ fault }) => fault),
      ...Object.keys(ELSEWHERE).map(Number),
      ...Object.keys(OUT_OF_SCOPE).map(Number),
    ]);
    expect(FAULT_NUMBERS.filter((number) => !known.has(number))).toEqual([]);
  });

  it('leaves out nothing it has a case of', () => {
    const cases = FAULT_CASES.map(({ fault }) => fault);
    expect(cases.filter((fault) => fault in OUT_OF_SCOPE)).toEqual([]);
  });

  it('names only tests that exist', () => {
    const missing = Object.values(ELSEWHERE)
      .flat()
      .filter(([file, title]) => !readFileSync(path.join(ROOT, file), 'utf8').includes(title));
    expect(missing).toEqual([]);
  });

  it('gives each case a title of its own', () => {
    const titles = FAULT_CASES.map(({ fault, title }) => `${fault} ${title}`);
    expect(titles).toHaveLength(new Set(titles).size);
  });
});
