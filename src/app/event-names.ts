import { candidacyMachine } from '../candidacies/index.js';
import { referralMachine } from '../referrals/index.js';

/** Every event of the application: those of the life-cycles. */
export function eventNames(): ReadonlySet<string> {
  const machines = [referralMachine, candidacyMachine];
  return new Set(
    machines.flatMap(({ transitions }) => Object.values(transitions).map(({ emits }) => emits)),
  );
}
