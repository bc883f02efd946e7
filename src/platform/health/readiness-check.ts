/**
 * How one need of the service stands. `degraded`: the service answers, more slowly or with a part
 * missing (Redis away); `down`: it cannot do its work (database away, migrations missing).
 */
export type ReadinessLevel = 'up' | 'degraded' | 'down';

/** One need of the service, asked by `/health/ready`. May throw or hang: both read as down. */
export abstract class ReadinessCheck {
  /** Goes to the log, never to the answer (OPS-11). */
  abstract readonly name: string;
  abstract check(): Promise<ReadinessLevel>;
}
