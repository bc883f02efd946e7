import { errorClasses, type DeclaredError } from './support/declared-errors.js';
import { SOURCES, textOf } from './support/project-files.js';

const classes = SOURCES.flatMap((path) => errorClasses(path, textOf(path)));
const errors = classes.flatMap((found) => found.errors);

/** Codes of exchange files are a catalogue of their own, used by every feature a file reaches. */
function isOfTheExchange(code: string): boolean {
  return /^[A-Z0-9_]+$/.test(code);
}

describe('the errors a caller can meet', () => {
  it('are found by this check', () => {
    expect(errors.map((error) => error.code)).toEqual(
      expect.arrayContaining(['referral-already-open', 'OCTET_NUL']),
    );
  });

  it('say their codes in the source, as literals or as a type that lists them', () => {
    const unread = classes.filter((found) => found.errors.length === 0);
    expect(unread.map(({ name, path }) => `${name} in ${path}`)).toEqual([]);
  });

  it('have each a code of their own', () => {
    const own = errors.filter((error) => !isOfTheExchange(error.code));
    const twice = own.filter(({ code }, at) => own.findIndex((e) => e.code === code) !== at);
    expect(twice.map(placeOf)).toEqual([]);
  });

  it('give one code one kind, so that a status can be told from a code', () => {
    const kinds = new Map(errors.map(({ code, kind }) => [code, kind]));
    expect(errors.filter(({ code, kind }) => kinds.get(code) !== kind).map(placeOf)).toEqual([]);
  });

  it('have codes in kebab-case, or those of exchange files', () => {
    const odd = errors.filter(
      ({ code }) => !/^[a-z]+(?:-[a-z]+)*$/.test(code) && !isOfTheExchange(code),
    );
    expect(odd.map(placeOf)).toEqual([]);
  });
});

function placeOf({ code, className, path }: DeclaredError): string {
  return `${code}: ${className} in ${path}`;
}
