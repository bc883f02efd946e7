import { serverArguments } from './server-arguments.js';

const SERVER = { dataDirectory: '/data', port: 5433, durable: true, flags: [] };

describe('the arguments of the embedded server', () => {
  it('keep it to this machine, on the given port and folder', () => {
    const args = serverArguments(SERVER);
    expect(args.slice(0, 4)).toEqual(['-D', '/data', '-p', '5433']);
    expect(args).toContain('listen_addresses=127.0.0.1');
    expect(args).toContain('unix_socket_directories=');
  });

  it('give up durability only when told', () => {
    expect(serverArguments(SERVER).join(' ')).not.toMatch(/=off.*fsync|fsync=off/);
    expect(serverArguments({ ...SERVER, durable: false })).toContain('fsync=off');
  });

  it('end with the flags, which win', () => {
    const flags = ['-c', 'jit=on'];
    expect(serverArguments({ ...SERVER, flags }).slice(-2)).toEqual(flags);
  });
});
