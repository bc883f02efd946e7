import fc from 'fast-check';
import { STEPS } from './support/isolation-commands.js';
import { IsolationModel, PLAYERS } from './support/isolation-model.js';
import { IsolationService } from './support/isolation-service.js';

// SEC-18: whatever partners do, each sees what the model says, through the API and by SQL alone.
// PASSERELLE_PROPERTY_RUNS=1000 makes the long run.

const RUNS = Number(process.env['PASSERELLE_PROPERTY_RUNS'] ?? 25);
const STEPS_PER_RUN = 60;
const SECONDS_PER_RUN = 20;

let service: IsolationService;
beforeAll(async () => {
  service = await IsolationService.start();
});
afterAll(() => service?.close());

/** A world where half of the pairs work together, so that most referrals go through. */
async function begin(): Promise<{ model: IsolationModel; real: IsolationService }> {
  await service.reset();
  const model = new IsolationModel();
  for (const [index, missionLocale] of PLAYERS['mission-locale'].entries()) {
    for (const unit of PLAYERS.unit.filter((_, rank) => (index + rank) % 2 === 0)) {
      await service.setConvention(missionLocale, unit, true);
      model.conventions.add(`${missionLocale} ${unit}`);
    }
  }
  return { model, real: service };
}

it(
  'Nobody ever sees more than the model lets them, nor less',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(STEPS, { maxCommands: STEPS_PER_RUN, size: 'max' }), (steps) =>
        fc.asyncModelRun(begin, steps),
      ),
      { numRuns: RUNS },
    );
  },
  RUNS * SECONDS_PER_RUN * 1000,
);
