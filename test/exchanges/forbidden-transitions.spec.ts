import fc from 'fast-check';
import { DRAWN_HISTORIES, NO_LIMIT } from './support/drawn-histories.js';
import { Emitters, ML, UNIT } from './support/emitters.js';
import { CONTRACTS, RETURNS, SERVICES } from './support/forbidden-acts.js';
import { APPLICANTS } from './support/forbidden-applicants.js';
import { CANDIDACIES, REFERRALS } from './support/forbidden-referrals.js';
import type { Begun, Subject } from './support/forbidden-subject.js';
import { TRANSFERS } from './support/forbidden-transfers.js';
import { everythingKept, fateOf } from './support/traces.js';

const TABLES = [
  ...[SERVICES, RETURNS, ...TRANSFERS, CONTRACTS],
  ...[REFERRALS, CANDIDACIES, APPLICANTS],
];

// What the table of a life-cycle forbids leaves no trace but the audit, by page, API or file.

let partners: Emitters;

beforeAll(async () => {
  partners = await Emitters.start();
});
beforeEach(() => partners.emptySlots());
afterAll(() => partners?.service.close());

/** A record under trial. */
interface Trial extends Begun {
  readonly subject: Subject;
}

async function standing({ subject, id }: Trial): Promise<{ state: string; version: number }> {
  const found = await partners.look<{ state: string; version: number }>(
    `select state, version from app.${subject.table} where id = $1`,
    id,
  );
  return found[0] ?? { state: 'gone', version: 0 };
}

function agentOf({ acts, role }: Subject, command: string) {
  return partners.service.person(...(acts[command]?.role ?? role));
}

function byApi({ subject, id }: Trial, command: string) {
  const act = subject.acts[command];
  return agentOf(subject, command)
    .post(`${subject.api}/${id}/commands/${act?.api ?? command}`)
    .send(act?.body ?? {});
}

function byPage({ subject, id }: Trial, command: string, version: number) {
  const act = subject.acts[command];
  return agentOf(subject, command)
    .post(`${subject.pages}/${id}/${act?.page}`)
    .set('sec-fetch-site', 'same-origin')
    .set('accept', 'text/html')
    .type('form')
    .send({ version: String(version), ...subject.fields, ...act?.fields });
}

/** Plays commands drawn among those that the table lets pass, and what the other side does. */
async function play(trial: Trial, steps: readonly number[]): Promise<void> {
  const { acts, from, moves = [] } = trial.subject;
  for (const step of steps) {
    const { state } = await standing(trial);
    const allowed = Object.keys(acts).filter((command) => from(command).includes(state));
    const drawn = step % Math.max(1, allowed.length + moves.length);
    const command = allowed[drawn];
    // A guard may still refuse: then the history is shorter.
    if (command === undefined) await moves[drawn - allowed.length]?.(partners, trial);
    else await byApi(trial, command);
  }
}

/** Only where the act says so may the record be nothing to whoever gives it: nobody loses sight of their own. */
async function refusalFor(
  { subject, id }: Trial,
  command: string,
  state: string,
): Promise<[number, unknown]> {
  const late: [number, unknown] = [409, 'TRANSITION_INTERDITE'];
  if (!subject.acts[command]?.unseenIn?.includes(state)) return late;
  const { status, body } = await agentOf(subject, command).get(`${subject.api}/${id}`);
  return status === 404 ? [404, body.code] : late;
}

async function tryWhatIsForbidden(trial: Trial): Promise<void> {
  const { subject } = trial;
  const { state, version } = await standing(trial);
  const before = await everythingKept(partners);
  const forbidden = Object.keys(subject.acts).filter(
    (command) => !subject.from(command).includes(state),
  );
  for (const command of forbidden) {
    const where = `${subject.name} ${command} in ${state}`;
    const [expected, code] = await refusalFor(trial, command, state);
    const { status, body } = await byApi(trial, command);
    expect([where, status, body.code]).toEqual([where, expected, code]);
    if (subject.acts[command]?.page === undefined) continue;
    const shown = await byPage(trial, command, version);
    expect([where, 'page', shown.status]).toEqual([where, 'page', expected]);
  }
  expect(await everythingKept(partners)).toEqual(before);
  await tryForbiddenRows(trial, state, before);
}

async function tryForbiddenRows({ subject, one }: Trial, state: string, before: object) {
  let kept = before;
  for (const { flow, row, codes } of subject.rows(state, one)) {
    const emitter = ['PEC', 'CEM', 'ORI'].includes(flow) ? ML : UNIT;
    const fate = fateOf(await partners.send(flow, emitter, { rows: [row] }));
    const refused = [...codes, 'stale'].includes(fate) ? 'refused' : fate;
    expect([`${flow} in ${state}`, refused]).toEqual([`${flow} in ${state}`, 'refused']);
    const now = await everythingKept(partners);
    // An older row is kept in its turn: what the next one finds.
    if (fate === 'stale' && subject.isRetold) kept = now;
    else expect(now).toEqual(kept);
  }
}

describe.each(TABLES)('What the table of a $name forbids', (subject) => {
  it('has for each command a door, or the reason why there is none', () => {
    const told = [...Object.keys(subject.acts), ...Object.keys(subject.without)];
    expect(told.toSorted()).toEqual([...subject.commands].toSorted());
  });

  it(
    'is refused with its code by each door, after any history, and changes nothing',
    async () => {
      const history = fc.tuple(fc.nat(), fc.array(fc.nat(), { maxLength: 5 }));
      await fc.assert(
        fc.asyncProperty(history, async ([way, steps]) => {
          const trial = { subject, ...(await subject.begin(partners, way)) };
          await play(trial, steps);
          await tryWhatIsForbidden(trial);
        }),
        { ...DRAWN_HISTORIES, numRuns: 2 * (DRAWN_HISTORIES.numRuns ?? 2) },
      );
    },
    NO_LIMIT,
  );
});
