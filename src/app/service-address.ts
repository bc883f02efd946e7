import { TokenAudience } from '../accounts/index.js';

/**
 * Address of the service for its clients, without a final slash: the public one of the configuration,
 * else the one it listens on, known once the port is taken.
 */
export class ServiceAddress extends TokenAudience {
  private listening = 'http://localhost';

  constructor(private readonly publicUrl: string | undefined) {
    super();
  }

  override get issuer(): string {
    return this.publicUrl ?? this.listening;
  }

  /** Notes the port of this process; called once, before the first request. */
  listensOn(port: number): void {
    this.listening = `http://localhost:${port}`;
  }
}
