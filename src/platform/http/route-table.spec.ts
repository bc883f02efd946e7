import { RouteTable } from './route-table.js';

const table = new RouteTable();
table.add('GET', '/trees');
table.add('POST', '/trees');
table.add('GET', '/trees/:id');
table.add('DELETE', '/trees/oldest');

describe('The routes of a process', () => {
  it.each([
    ['/trees', ['GET', 'POST']],
    ['/trees/12', ['GET']],
    ['/trees/oldest', ['DELETE', 'GET']],
    ['/trees/', []],
    ['/trees/12/leaves', []],
    ['/nowhere', []],
  ])('tell the methods of %s', (path, methods) => {
    expect(table.methodsAt(path)).toEqual(methods);
  });
});
