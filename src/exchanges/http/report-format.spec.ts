import { reportFormat } from './report-format.js';

describe('The format of a report', () => {
  it.each([
    [undefined, 'json'],
    ['*/*', 'json'],
    ['application/json', 'json'],
    ['text/csv', 'csv'],
    ['Text/CSV; charset=utf-8', 'csv'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'html'],
    ['text/csv;q=0.5, text/html;q=0.8', 'html'],
    ['text/csv, application/json', 'csv'],
    ['text/csv;q=0', 'json'],
    ['text/csv;q=x, text/html;q=0.1', 'html'],
    ['application/pdf', 'json'],
  ])('for %j is %s', (accept, format) => {
    expect(reportFormat(accept)).toBe(format);
  });
});
