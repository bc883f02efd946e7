import fc from 'fast-check';
import { DRAWN_HISTORIES, NO_LIMIT } from './support/drawn-histories.js';
import { Emitters, ML, newPeople, UNIT, type Somebody } from './support/emitters.js';
import { CONTRACTS, RETURNS, SERVICES, type Subject } from './support/forbidden-acts.js';
import { fateOf, traceOf } from './support/traces.js';

// What the table of a life-cycle forbids leaves no trace but the audit, by page, API or file.

let partners: Emitters;

beforeAll(async () => {
  partners = await Emitters.start();
});
beforeEach(() => partners.emptySlots());
afterAll(() => partners?.service.close());

const SELECTED = {
  code_suite: 'APTE_RETENU',
  date_incorporation_prevue: '2026-11-20',
  contingent: '2026-11',
};
const REFERRED = {
  date_orientation: '2026-10-10',
  date_information_jeune: '2026-10-09',
  accompagnement: 'CEJ',
  cej_date_debut: '2026-09-01',
  cej_date_fin_prevue: '2027-08-31',
};

async function selected(): Promise<Somebody> {
  const [one] = newPeople(1);
  const ofDay = { nature: 'S', period: '2026-11-18' } as const;
  await partners.send('ORI', ML, { ...ofDay, rows: [one!.referred(REFERRED)] });
  await partners.send('SUI', UNIT, { ...ofDay, rows: [one!.decided(SELECTED)] });
  return one!;
}

/** A record and somebody it is about. */
interface Trial {
  readonly subject: Subject;
  readonly one: Somebody;
  readonly id: string;
}

async function standing({ subject, id }: Trial): Promise<{ state: string; version: number }> {
  const found = await partners.look<{ state: string; version: number }>(
    `select state, version from app.${subject.table} where id = $1`,
    id,
  );
  return found[0] ?? { state: 'gone', version: 0 };
}

const agentOf = ({ role }: Subject) => partners.service.person(...role);

function byApi({ subject, id }: Trial, command: string) {
  const address = `${subject.api}/${id}/commands/${command}`;
  return agentOf(subject)
    .post(address)
    .send(subject.acts[command]?.body ?? {});
}

function byPage({ subject, id }: Trial, page: string, version: number) {
  return agentOf(subject)
    .post(`${subject.pages}/${id}/${page}`)
    .set('sec-fetch-site', 'same-origin')
    .set('accept', 'text/html')
    .type('form')
    .send({
      version: String(version),
      ...subject.fields,
      ...(subject === CONTRACTS
        ? { motif: page === 'prolongation' ? 'OBJECTIF_PROCHE' : 'INSERTION' }
        : {}),
    });
}

/** Plays commands drawn among those that the table lets pass. */
async function play(trial: Trial, steps: readonly number[]): Promise<void> {
  for (const step of steps) {
    const { state } = await standing(trial);
    const { acts, from } = trial.subject;
    const allowed = Object.keys(acts).filter((command) => from(command).includes(state));
    const command = allowed[step % allowed.length];
    // A guard may still refuse: then the history is shorter.
    if (command !== undefined) await byApi(trial, command);
  }
}

async function tryWhatIsForbidden(trial: Trial): Promise<void> {
  const { subject, one } = trial;
  const { state, version } = await standing(trial);
  const before = await traceOf(partners, one);
  const forbidden = Object.keys(subject.acts).filter(
    (command) => !subject.from(command).includes(state),
  );
  for (const command of forbidden) {
    const where = `${subject.name} ${command} in ${state}`;
    const { status, body } = await byApi(trial, command);
    expect([where, status, body.code]).toEqual([where, 409, 'TRANSITION_INTERDITE']);
    const page = subject.acts[command]?.page;
    if (page === undefined) continue;
    const shown = await byPage(trial, page, version);
    expect([where, page, shown.status]).toEqual([where, page, 409]);
  }
  expect(await traceOf(partners, one)).toEqual(before);
  for (const { flow, row, codes } of subject.rows(state, one)) {
    const emitter = flow === 'PEC' || flow === 'CEM' ? ML : UNIT;
    const fate = fateOf(await partners.send(flow, emitter, { rows: [row] }));
    expect([...codes, 'stale']).toContain(fate);
    expect(await traceOf(partners, one)).toEqual(before);
  }
}

describe.each([SERVICES, RETURNS, CONTRACTS])('What the table of a $name forbids', (subject) => {
  it(
    'is refused with its code by each door, after any history, and changes nothing',
    async () => {
      const history = fc.tuple(fc.nat(), fc.array(fc.nat(), { maxLength: 5 }));
      await fc.assert(
        fc.asyncProperty(history, async ([way, steps]) => {
          const one = await selected();
          const trial = { subject, one, id: await subject.begin(partners, one, way) };
          await play(trial, steps);
          await tryWhatIsForbidden(trial);
        }),
        { ...DRAWN_HISTORIES, numRuns: 2 * (DRAWN_HISTORIES.numRuns ?? 2) },
      );
    },
    NO_LIMIT,
  );
});
