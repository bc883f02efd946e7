import { Contracts } from '../../src/cej/index.js';
import { systemActor, UnitOfWork } from '../../src/kernel/index.js';
import { scopeOfOrganisation } from '../../src/organisations/index.js';
import { Returns } from '../../src/returns/index.js';
import { Returning } from './returning.js';

// An act without a date of its own is of the day it was recorded, on the clock of whoever recorded it.

let at: Returning;
beforeAll(async () => {
  at = await Returning.start();
});
afterAll(() => at?.service.close());

const CLOCKS = [
  ['Pacific/Tahiti', '2026-12-01T09:59:59.999Z', '2026-11-30'],
  ['Pacific/Tahiti', '2026-12-01T10:00:00.000Z', '2026-12-01'],
  ['Pacific/Tahiti', '2026-12-02T00:00:00.000Z', '2026-12-01'],
  ['Pacific/Noumea', '2026-11-30T12:59:59.999Z', '2026-11-30'],
  ['Pacific/Noumea', '2026-11-30T13:00:00.000Z', '2026-12-01'],
  ['Pacific/Noumea', '2026-12-01T00:00:00.000Z', '2026-12-01'],
] as const;

const owner = (sql: string, values: unknown[]) => at.service.database.owner.query(sql, values);
const inMissionLocale = async <T>(work: () => Promise<T>): Promise<T> => {
  const scope = scopeOfOrganisation(await at.organisation('97411S00'));
  return at.service.app.get(UnitOfWork).run(systemActor('test', scope, 'correlation'), work);
};
const clockIs = (zone: string) =>
  owner('update app.organisation set time_zone = $1 where id = $2', [zone, at.missionLocaleId]);
afterEach(() => clockIs('Indian/Reunion'));

it.each(CLOCKS)(
  'On a clock of %s, what a return kept at %s is of %s',
  async (zone, instant, day) => {
    const { address } = await at.gone();
    await at.act(address, 'acknowledge').expect(200);
    const id = String(address.split('/').at(-1));
    await owner(
      `update app.return_transition set recorded_at = $1, as_of_on = null, as_of_sequence = null,
       as_of_line = null where episode_id = $2 and command = 'acknowledge'`,
      [instant, id],
    );
    await clockIs(zone);
    const { acts } = await inMissionLocale(() => at.service.app.get(Returns).pastOf([id]));
    expect(acts.map(({ asOf }) => asOf.on)).toEqual([day]);
  },
);

it.each(CLOCKS)(
  'On a clock of %s, what a contract kept at %s is of %s',
  async (zone, instant, day) => {
    const file = await at.rows.case(at.missionLocaleId, at.unitId);
    const id = await at.rows.contract(file);
    await owner('update app.cej_contract_transition set recorded_at = $1 where contract_id = $2', [
      instant,
      id,
    ]);
    await clockIs(zone);
    const acts = await inMissionLocale(() => at.service.app.get(Contracts).actsOn([id]));
    expect(acts.map(({ asOf }) => asOf.on)).toEqual([day]);
  },
);
