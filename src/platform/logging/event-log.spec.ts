import { withCorrelation } from './correlation.js';
import { EventLog } from './event-log.js';
import { NestLog } from './nest-log.js';
import { printable } from './printable.js';

function recorder() {
  const written: string[] = [];
  const log = new EventLog({ destination: { write: (line: string) => written.push(line) } });
  const lines = () => written.map((line) => JSON.parse(line) as Record<string, unknown>);
  return { log, written, lines };
}

describe('The log', () => {
  it('writes one JSON line per event, with an instant in UTC', () => {
    const { log, written, lines } = recorder();

    log.info('http.request', { method: 'GET', status: 200 });

    expect(written).toHaveLength(1);
    expect(written[0]?.endsWith('}\n')).toBe(true);
    expect(lines()[0]).toMatchObject({
      level: 'info',
      event: 'http.request',
      method: 'GET',
      status: 200,
    });
    expect(lines()[0]?.time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  it('drops every key that is not listed and every nested value', () => {
    const { log, written } = recorder();
    const careless = { birthName: 'PAYET', route: { url: '/PAYET' }, status: 200 };

    log.info('http.request', careless as unknown as { status: number });

    expect(written[0]).not.toContain('PAYET');
    expect(written[0]).toContain('"status":200');
  });

  it('carries the correlation id of the request being served', () => {
    const { log, lines } = recorder();

    withCorrelation('c0ffee', () => log.info('audit.sealed'));

    expect(lines()[0]?.correlationId).toBe('c0ffee');
  });

  it('keeps the class, code and origin of an error, never its message', () => {
    const { log, written, lines } = recorder();
    const error = Object.assign(new RangeError('birth name PAYET'), { code: '23505' });

    log.error('http.fault', error);

    expect(written[0]).not.toContain('PAYET');
    expect(lines()[0]).toMatchObject({ errorClass: 'RangeError', errorCode: '23505' });
    expect(lines()[0]?.errorOrigin).toContain('event-log.spec.ts');
  });

  it('writes what the framework warns of, without the message of a stack', () => {
    const { log, written, lines } = recorder();

    new NestLog(log).error('boot failed', 'Error: PAYET\n    at f (/a/src/b.ts:1:2)', 'Boot');

    expect(written[0]).not.toContain('PAYET');
    expect(lines()[0]).toMatchObject({
      message: 'boot failed',
      context: 'Boot',
      errorOrigin: 'f src/b.ts:1:2',
    });
  });

  it('writes the events that reach it through the logger of the framework, listed keys only', () => {
    const { log, lines } = recorder();
    const line = { event: 'job-given-up', job: 'file.process', jobId: '7', name: 'PAYET' };

    new NestLog(log).error(line, 'Jobs');
    new NestLog(log).warn(line, 'Jobs');

    const kept = { event: 'job-given-up', job: 'file.process', jobId: '7' };
    expect(lines()).toEqual([
      { level: 'error', time: expect.any(String), ...kept },
      { level: 'warn', time: expect.any(String), ...kept },
    ]);
  });
});

describe('A printable text', () => {
  it.each([
    ['a line break', 'a\nb', 'a\\u000ab'],
    ['an ANSI colour', '\u001b[31m', '\\u001b[31m'],
    ['a line separator', 'a\u2028b', 'a\\u2028b'],
    ['a right-to-left override', '\u202e', '\\u202e'],
    ['a C1 control', '\u009b', '\\u009b'],
    ['French letters, kept', 'éÎœ’', 'éÎœ’'],
  ])('shows %s', (_title, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it('is never longer than 1 KB of characters', () => {
    expect(printable('x'.repeat(5000))).toHaveLength(1000);
    expect(printable('\n'.repeat(999)).length).toBeLessThanOrEqual(1000);
  });
});
