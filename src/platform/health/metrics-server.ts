import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Metrics } from './metrics.js';

/** Where the figures are served. */
export class MetricsAddress {
  constructor(
    /** Nothing: not served at all. */
    readonly port: number | undefined,
    readonly host: string,
  ) {}
}

/**
 * Serves the figures to Prometheus on a port of its own, so that they are never reachable through the
 * public door (contract.md 2: off unless `METRICS_PORT`; SEC-40).
 */
@Injectable()
export class MetricsServer implements OnApplicationBootstrap, OnApplicationShutdown {
  private server: Server | undefined;

  constructor(
    private readonly metrics: Metrics,
    private readonly address: MetricsAddress,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { port, host } = this.address;
    if (port === undefined) return;
    this.metrics.observeProcess();
    const server = createServer((request, response) => void this.answer(request.url, response));
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  }

  /** The port really taken; nothing when the figures are not served. */
  get port(): number | undefined {
    const address: AddressInfo | string | null = this.server?.address() ?? null;
    return typeof address === 'object' ? address?.port : undefined;
  }

  async onApplicationShutdown(): Promise<void> {
    const server = this.server;
    if (!server) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  private async answer(url: string | undefined, response: ServerResponse): Promise<void> {
    if (url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    const text = await this.metrics.registry.metrics();
    response.writeHead(200, { 'content-type': this.metrics.registry.contentType }).end(text);
  }
}
