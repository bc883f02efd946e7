import { connect } from 'node:net';
import { once } from 'node:events';

const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * Asks a service over `connections` kept-open connections for `seconds`, each connection one request
 * at a time: `{ perSecond, latencies }`, latencies in milliseconds. A client this small leaves the
 * machine to what is measured.
 *
 * @param {string} url of the service
 * @param {() => string} nextPath the path of each request
 * @param {Record<string, string>} headers
 * @throws Error on any answer but 200
 */
export async function load(url, { connections = 32, seconds, nextPath, headers = {} }) {
  const { hostname, port, host } = new URL(url);
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}`);
  const tail = ` HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
  const latencies = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      await once(socket, 'connect');
      while (performance.now() < end) {
        const sent = performance.now();
        const path = nextPath();
        socket.write(`GET ${path}${tail}`);
        await answerOf(socket, path);
        latencies.push(performance.now() - sent);
      }
      socket.destroy();
    }),
  );
  const elapsed = (performance.now() - start) / 1000;
  return { perSecond: latencies.length / elapsed, latencies };
}

/** Reads one whole answer; its body has a `content-length`. */
function answerOf(socket, path) {
  return new Promise((resolve, reject) => {
    let received;
    let total = -1;
    const listen = (chunk) => {
      received = received === undefined ? chunk : Buffer.concat([received, chunk]);
      if (total < 0) total = lengthOf(received, path);
      if (total < 0 || received.length < total) return;
      socket.off('data', listen);
      socket.off('close', fail);
      resolve();
    };
    const fail = () => reject(new Error(`la connexion s’est fermée sur ${path}`));
    socket.on('data', listen);
    socket.once('close', fail);
  });
}

/** Bytes of the whole answer, or -1 while its head is not complete. */
function lengthOf(received, path) {
  const headEnd = received.indexOf(HEAD_END);
  if (headEnd < 0) return -1;
  const head = received.latin1Slice(0, headEnd);
  if (!head.startsWith('HTTP/1.1 200')) throw new Error(`${path} : ${head.slice(0, 40)}`);
  const [, length] = /content-length: (\d+)/i.exec(head) ?? [];
  return headEnd + HEAD_END.length + Number(length);
}
