import { FAULT_CASES } from './register.js';
import type { FaultCase } from './support/fault-case.js';
import { decidedByFile, LocalChecker, unexplained } from './support/local-agreement.js';
import { FaultTrial, type Outcome } from './support/fault-trial.js';
import { Oracle } from './support/oracle.js';

const local = new LocalChecker();
let trial: FaultTrial;

beforeAll(async () => {
  trial = await FaultTrial.start();
});
afterAll(async () => {
  local.close();
  await trial?.service.close();
});

const titled = FAULT_CASES.map((fault) => [`#${fault.fault} ${fault.title}`, fault] as const);

describe('Every fault of exchange.md 6 that a CSV deposit can have', () => {
  it.each(titled)('%s', async (_, fault) => {
    await fault.prepare?.(trial);
    try {
      const oracle = new Oracle(trial);
      const played = await trial.play(fault, () => oracle.watch());
      expect(summary(played.outcome)).toEqual(expected(fault, played.outcome));
      await oracle.judge(fault, played);
      if (fault.onlyService) return;
      const told = await local.said(played.file);
      expect(decidedByFile(told)).toEqual(decidedByFile(played.outcome.said));
    } finally {
      await fault.restore?.(trial);
    }
  });
});

it('Every check left to the service is told by the local checker', () => {
  expect(unexplained()).toEqual([]);
});

interface Summary extends Pick<Outcome, 'verdict' | 'said'> {
  readonly rowFates: Readonly<Record<string, number>>;
}

function summary({ verdict, said, counters }: Outcome): Summary {
  const rowFates = Object.entries(counters).filter(([, count]) => count !== 0);
  return { verdict, said, rowFates: Object.fromEntries(rowFates) };
}

function expected({ verdict, said, rowFates }: FaultCase, outcome: Outcome): Summary {
  return { verdict, said: said.toSorted(), rowFates: rowFates ?? summary(outcome).rowFates };
}
