/** Arguments of `postgres` for an embedded server; `flags` come last and win. */
export function serverArguments(server: {
  readonly dataDirectory: string;
  readonly port: number;
  readonly durable: boolean;
  readonly flags: readonly string[];
}): readonly string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    // Short queries on small tables: compiling them costs more than it brings.
    'jit=off',
    // The same everywhere, whatever the clock of the machine says.
    'timezone=UTC',
    'log_timezone=UTC',
    ...(server.durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
  return [
    ...['-D', server.dataDirectory, '-p', String(server.port)],
    ...settings.flatMap((setting) => ['-c', setting]),
    ...server.flags,
  ];
}
