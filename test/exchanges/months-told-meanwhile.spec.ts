import { RunVolunteerCommand } from '../../src/volunteers/use-cases/run-volunteer-command.js';
import { parseMonth, UnitOfWork, type PersonActor } from '../../src/kernel/index.js';
import { OrganisationDirectory, scopeOfOrganisation } from '../../src/organisations/index.js';
import { Emitters, UNIT, type Somebody } from './support/emitters.js';
import { present } from './support/service-rows.js';
import { servingSinceOctober } from './support/serving.js';

// A page and a file that tell months of one service at the same moment.

let partners: Emitters;
let one: Somebody;
let id: string;
beforeAll(async () => {
  partners = await Emitters.start();
});
beforeEach(async () => {
  one = await servingSinceOctober(partners);
  for (const mois of ['2026-10', '2026-11']) await say({ mois });
  const list = `/api/v1/volunteers?reference=${one.reference}`;
  const { body } = await partners.service.person('recruiter', UNIT).get(list).expect(200);
  id = body.items[0].id;
});
afterAll(() => partners?.service.close());

/** A file of the unit that tells one month. */
async function say(cells: { mois: string; absence_longue?: string }) {
  const rows = [present(one, cells)];
  const { state } = await partners.send('CEU', UNIT, { period: cells.mois, rows });
  expect(state).toBe('applied');
}

async function recruiter(): Promise<PersonActor> {
  const unit = await partners.service.app.get(OrganisationDirectory).byCode(UNIT);
  if (!unit) throw new Error(`no organisation ${UNIT}`);
  const organisation = scopeOfOrganisation(unit);
  const told = { id: 'recruiter', role: 'recruiter', organisation, correlationId: 'c' } as const;
  return { type: 'person', ...told, channel: { kind: 'page' } };
}

function signal() {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

/** A page has told December, and its transaction is open until `end`. */
async function pageTellsDecember() {
  const { app } = partners.service;
  const actor = await recruiter();
  const [hasTold, mayEnd] = [signal(), signal()];
  const presence = { month: parseMonth('2026-12')!, isInService: true, isLongAbsent: false };
  const page = app.get(UnitOfWork).run(actor, async () => {
    const command = app.get(RunVolunteerCommand, { strict: false });
    await command.execute(id, 'report-presence', { presence }, actor);
    hasTold.give();
    await mayEnd.given;
  });
  await hasTold.given;
  return () => {
    mayEnd.give();
    return page;
  };
}

/** Until the file waits for what the page has written. */
async function fileWaits(): Promise<void> {
  const waiting = `select 1 from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await partners.look(waiting)).length === 0);
}

it('A month that a page tells while a file tells an earlier one otherwise stands with it', async () => {
  const endOfPage = await pageTellsDecember();
  const file = say({ mois: '2026-10', absence_longue: 'O' });
  await fileWaits();
  await endOfPage();
  await file;
  const kept = await partners.look('select presence_months from app.volunteer where id = $1', id);
  expect(kept).toEqual([{ presence_months: ['2026-10/O/O', '2026-11/O/N', '2026-12/O/N'] }]);
});
