import { createServer } from 'node:net';

const TRIES = 100;

/** `first`, or the first port after it that nobody listens on; `first` when none of 100 is free. */
export async function firstFreePort(first: number, host: string): Promise<number> {
  for (let port = first; port < first + TRIES; port += 1) {
    if (await isFree(port, host)) return port;
  }
  return first;
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
