import { candidacyMachine } from '../candidacies/index.js';
import { EXCHANGE_EVENTS } from '../exchanges/index.js';
import { referralMachine } from '../referrals/index.js';

/** Every event of the application: those of the life-cycles and of the exchange. */
export function eventNames(): ReadonlySet<string> {
  const machines = [referralMachine, candidacyMachine];
  const lifeCycles = machines.flatMap(({ transitions }) =>
    Object.values(transitions).map(({ emits }) => emits),
  );
  return new Set([...lifeCycles, ...EXCHANGE_EVENTS]);
}
