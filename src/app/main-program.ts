import { EventLog } from '../platform/logging/index.js';
import { closeGracefully } from '../platform/http/index.js';
import { banner } from './banner.js';
import { print } from './printer.js';
import { readConfiguration } from './read-configuration.js';
import { startService, type RunningApplication } from './start-service.js';

/** `npm start`: everything in one process, until a signal. */
export async function mainProgram(): Promise<void> {
  const configuration = readConfiguration();
  print('Passerelle démarre…');
  const running = await startService(configuration);
  stopOnSignals(running, configuration.http.shutdownDelayMs);
  print(...banner(configuration, running));
}

/** On SIGTERM or Ctrl-C: answers what is in hand, ends the jobs, then the database; once. */
function stopOnSignals({ app, release }: RunningApplication, delayMs: number): void {
  let isStopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    const log = app.get(EventLog);
    log.info('process.closing', { signal });
    const outcome = await closeGracefully(app, { delayMs }).catch((error: unknown) => {
      log.error('process.closing', error, { signal });
      return 'late' as const;
    });
    await release();
    process.exit(outcome === 'closed' ? 0 : 1);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => void stop(signal));
  }
}
