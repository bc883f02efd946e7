import type { INestApplicationContext } from '@nestjs/common';
import { CheckConsistency, EXCEPTION_RULE_CODES, RULE_WORDS } from '../../consistency/index.js';
import { counted, frenchNumber } from '../../platform/french/index.js';
import { EventLog } from '../../platform/logging/index.js';
import { print } from '../printer.js';
import { StartRefused } from '../run-program.js';
import { systemTask } from '../system-task.js';

/**
 * `consistency:check`: the nightly check, at once. Figures alone.
 * @throws StartRefused when something is to be repaired, so that a script sees it
 */
export async function checkConsistency(service: INestApplicationContext): Promise<void> {
  const { correlationId } = systemTask('consistency.check');
  const run = await service
    .get(CheckConsistency, { strict: false })
    .execute(correlationId, (error, { code }) =>
      service
        .get(EventLog, { strict: false })
        .error('consistency.failed', error, { organisation: code }),
    );
  if (run === null) return;
  const { found, organisations, failures } = run;
  const total = Object.values(found).reduce((sum, count) => sum + count, 0);
  print(
    `${counted(organisations, 'organisme vérifié', 'organismes vérifiés')}, ${counted(total, 'suivi à reprendre', 'suivis à reprendre')}.`,
    ...EXCEPTION_RULE_CODES.flatMap((rule) => {
      const count = found[rule] ?? 0;
      return count === 0 ? [] : [`  ${RULE_WORDS[rule].label} : ${frenchNumber(count)}`];
    }),
  );
  if (failures > 0) {
    throw new StartRefused(
      `${counted(failures, 'organisme n’a pas pu être vérifié', 'organismes n’ont pas pu être vérifiés')} : voir le journal.`,
    );
  }
  if (total > 0) {
    throw new StartRefused('Chaque organisme voit les siens à la page « Suivis à reprendre ».');
  }
}
