import fc from 'fast-check';
import { readJsonBody } from './json-body.js';

const read = (text: string) => readJsonBody(Buffer.from(text));
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const codeOf = (text: string | Buffer) => {
  try {
    readJsonBody(Buffer.from(text));
    return 'read';
  } catch (error) {
    return String(Reflect.get(Object(error), 'code'));
  }
};

describe('A JSON body', () => {
  it('reads what every JSON reader reads', () => {
    const shallow = fc.jsonValue({ maxDepth: 5 }).filter((value) => codeOf(text(value)) === 'read');
    fc.assert(
      fc.property(shallow, (value) => expect(read(text(value))).toEqual(JSON.parse(text(value)))),
    );
  });

  it('reads as an empty object when there is none', () => {
    expect(read('')).toEqual({});
  });

  it('may be 20 levels deep and not one more', () => {
    expect(codeOf(nested(20))).toBe('read');
    expect(codeOf(nested(21))).toBe('malformed-json');
    expect(codeOf(`[${nested(19)},${nested(19)}]`)).toBe('read');
  });

  it('is not deep for the brackets of its texts', () => {
    expect(read(JSON.stringify('['.repeat(30)))).toBe('['.repeat(30));
    expect(read(JSON.stringify(`"${'{'.repeat(30)}\\`))).toBe(`"${'{'.repeat(30)}\\`);
  });

  it.each([
    ['a broken text', '{"a":', 'malformed-json'],
    ['thousands of brackets', '['.repeat(200_000), 'malformed-json'],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'malformed-json'],
    ['__proto__ deep inside', '{"a":[{"__proto__":1}]}', 'forbidden-key'],
    ['constructor', '{"constructor":1}', 'forbidden-key'],
    ['prototype with an escape', '{"\\u0070rototype":1}', 'forbidden-key'],
    ['the same field twice', '{"a":[{"b":1,"\\u0062":2}]}', 'repeated-key'],
    ['a list of 1,001', `[${'1,'.repeat(1000)}1]`, 'payload-too-large'],
  ])('is refused for %s', (_title, body, code) => {
    expect(codeOf(body)).toBe(code);
  });
});

function text(value: unknown): string {
  return JSON.stringify(value);
}
