import { DatabaseContentStore } from '../../../src/exchanges/db/database-content-store.js';
import { UnitOfWork } from '../../../src/kernel/index.js';
import { OrganisationDirectory, scopeOfOrganisation } from '../../../src/organisations/index.js';
import { FieldCipher } from '../../../src/platform/security/index.js';
import { inRow } from './support/changes.js';
import { FaultTrial } from './support/fault-trial.js';

// What must be kept nowhere (exchange.md 6.5 #92): not even in the sealed bytes of its file.

const ML = '97411S00';
const HEALTH = 'SIGYCOP 3223251';
const FORBIDDEN = inRow(2, { complement_adresse: HEALTH });

let trial: FaultTrial;

beforeAll(async () => {
  trial = await FaultTrial.start();
});
afterAll(() => trial?.service.close());

const service = () => trial.service.app;
const store = () => new DatabaseContentStore(service().get(FieldCipher, { strict: false }));

/** Inside a unit of work of the mission locale. */
async function asItsOwner<T>(work: (organisationId: string) => Promise<T>): Promise<T> {
  const organisation = await service().get(OrganisationDirectory, { strict: false }).byCode(ML);
  if (!organisation) throw new Error(`no organisation ${ML}`);
  const actor = {
    type: 'system',
    id: 'system',
    task: 'test',
    organisation: scopeOfOrganisation(organisation),
    channel: { kind: 'system', task: 'test' },
    correlationId: 'test',
  } as const;
  const unitOfWork = service().get(UnitOfWork, { strict: false });
  return unitOfWork.run(actor, () => work(organisation.id));
}

/** The bytes the service keeps of a file, opened as the service itself opens them. */
function keptOf(fileId: string): Promise<Buffer> {
  return asItsOwner(async () => {
    const parts: Uint8Array[] = [];
    for await (const part of store().read(fileId)) parts.push(part);
    return Buffer.concat(parts);
  });
}

describe('A forbidden value in a row', () => {
  it.each([
    ['UTF-8', undefined, 'utf8'],
    ['UTF-16', (csv: Buffer) => Buffer.from(`\ufeff${csv.toString()}`, 'utf16le'), 'utf16le'],
  ] as const)('is erased from the bytes of a file in %s, and from nothing else', async (...of) => {
    const [, bytes, encoding] = of;
    const played = await trial.play({ rows: FORBIDDEN, ...(bytes ? { bytes } : {}) });
    const { outcome, file } = played;
    expect(outcome.said).toContain('3 L CONTENU_INTERDIT complement_adresse');
    expect(outcome).toMatchObject({ verdict: 'applied', counters: { rejetees: 1, appliquees: 2 } });
    const sent = file.bytes.toString(encoding);
    const kept = (await keptOf(outcome.id)).toString(encoding);
    expect(sent).toContain(HEALTH);
    expect(kept).not.toContain(HEALTH);
    const erased = sent.replace(HEALTH, '\u007f'.repeat(HEALTH.length));
    expect(kept.replace('\ufeff', '')).toBe(erased.replace('\ufeff', ''));
  });

  it('is erased from a row that has a cell too many', async () => {
    const played = await trial.play({ text: (csv) => csv.replace('\r\n2;', `;${HEALTH}\r\n2;`) });
    const { outcome, agent, file } = played;
    expect(outcome.said).toEqual(
      expect.arrayContaining(['2 L CONTENU_INTERDIT', '2 L extra-cell']),
    );
    expect(file.bytes.toString()).toContain(HEALTH);
    const rejects = await agent.get(`/api/v1/exchanges/${outcome.id}/rejects`).expect(200);
    expect(rejects.text).not.toContain('\u007f');
    expect((await keptOf(outcome.id)).toString()).not.toContain('SIGYCOP');
  });

  it('leaves receipt, report, rejects and the answer to the same bytes as they are', async () => {
    const played = await trial.play({ rows: FORBIDDEN });
    const { outcome, agent } = played;
    const again = await trial.again(played);
    expect(again).toMatchObject({ id: outcome.id, verdict: 'applied', said: outcome.said });
    expect(again.receipt['aee']).toBe(outcome.receipt['aee']);
    const path = `/api/v1/exchanges/${outcome.id}`;
    const rejects = await agent.get(`${path}/rejects`).expect(200);
    expect(rejects.text).toContain('CONTENU_INTERDIT');
    expect(rejects.text).not.toContain('SIGYCOP');
    expect(rejects.text).not.toContain('\u007f');
    const html = await agent.get(`${path}/report`).set({ accept: 'text/html' }).expect(200);
    expect(html.text).not.toContain('SIGYCOP');
  });

  it('is erased from a file that is refused as a whole', async () => {
    const { outcome } = await trial.play({
      people: 40,
      rows: (rows) =>
        rows.map((row, index) => (index < 21 ? { ...row, lieu_naissance: HEALTH } : row)),
    });
    expect(outcome).toMatchObject({ verdict: 'rejected' });
    expect((await keptOf(outcome.id)).toString()).not.toContain('SIGYCOP');
  });

  it('does not keep the rest of its file from being replaced', async () => {
    const emitter = '97416S00';
    const first = await trial.play({ emitter, nature: 'I', rows: FORBIDDEN });
    expect(first.outcome.counters).toMatchObject({ appliquees: 2, rejetees: 1 });
    const next = await trial.play({ emitter, nature: 'R', people: 1 });
    expect(next.outcome.verdict).toBe('applied');
    const [withdrawn] = await trial.look<{ count: number }>(
      `select count(*)::int as count from app.referral_transition t
       join app.organisation o on o.id = t.ml_id where o.code = $1 and t.command = 'restate'`,
      emitter,
    );
    expect(withdrawn?.count).toBe(2);
  });

  it('is all that the database lets go of the bytes of a file', async () => {
    const { outcome } = await trial.play({});
    const before = await keptOf(outcome.id);
    await asItsOwner((organisationId) =>
      store().rewrite({ id: outcome.id, organisationId }, async function* nothing() {}),
    );
    expect(await keptOf(outcome.id)).toEqual(before);
  });
});

describe('A column named after what must never travel', () => {
  it('is refused, and not one byte of its file is kept', async () => {
    const { outcome } = await trial.play({ text: (csv) => csv.replace('qpv', 'nir') });
    expect(outcome).toMatchObject({ verdict: 'refused' });
    expect(await keptOf(outcome.id)).toHaveLength(0);
  });
});
