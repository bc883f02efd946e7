import { readFileSync } from 'node:fs';
import { DOOR_PROBLEMS, ProblemCatalogue } from '../platform/http/index.js';
import { FEATURE_PROBLEMS } from './problems.js';

/** The codes of the error classes, from docs/errors.md, which is made of them. */
function documentedCodes(): string[] {
  const [, features = ''] = readFileSync('docs/errors.md', 'utf8').split('## From the features');
  const [page = ''] = features.split('\n## ');
  return [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, code = '']) => code);
}

describe('The pages of the problems', () => {
  const catalogue = new ProblemCatalogue([...DOOR_PROBLEMS, ...FEATURE_PROBLEMS]);

  it('describe every code that the service can answer', () => {
    const codes = documentedCodes();
    expect(codes.length).toBeGreaterThan(30);
    expect(codes.filter((code) => !catalogue.find(code))).toEqual([]);
  });
});
