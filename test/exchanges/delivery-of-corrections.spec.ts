import type { MailboxFile } from '../../src/exchanges/domain/mailbox-file.js';
import { MakeDelivery } from '../../src/exchanges/use-cases/make-delivery.js';
import { OrganisationDirectory } from '../../src/organisations/index.js';
import { Emitters, ML, newPeople, UNIT } from './support/emitters.js';
import { OwnDoor } from './support/own-door.js';
import { toldFile } from './support/told-rows.js';

const EARLY = { date_orientation: '2026-10-10', date_information_jeune: '2026-10-09' };

let partners: Emitters;
beforeAll(async () => {
  partners = await Emitters.start();
});
beforeEach(() => partners.emptySlots());
afterAll(() => partners?.service.close());

/** The lines of the file of a month, and how many there are of each type. */
async function told(flow: 'SUI' | 'ORI', recipient: string, period: string) {
  const made = await toldFile(partners, flow, recipient, period);
  if (!made) throw new Error('there was something to say');
  const { rows, file } = made;
  const lines = rows.map((row) => [
    row['reference_orientation'],
    row['type_ligne'],
    row['periode_rattachement'],
    row['etat_candidature'] ?? row['etat_orientation'],
  ]);
  return { lines, types: Reflect.get(Object(file.manifest['totaux']), 'par_type') as unknown };
}

describe('What was told to a recipient and is not so any more', () => {
  it('reaches a mission locale as corrections and annulments of the month that told it', async () => {
    const [corrected, undone, going, added] = newPeople(4);
    const all = [corrected!, undone!, going!, added!];
    const rows = all.map((one) => one.referred(EARLY));
    await partners.send('ORI', ML, { nature: 'S', rows });
    await partners.send('SUI', UNIT, {
      nature: 'I',
      rows: [corrected!.decided(), undone!.decided(), going!.answered()],
    });
    await told('SUI', ML, '2026-10');

    await partners.send('SUI', UNIT, {
      nature: 'R',
      rows: [corrected!.answered(), going!.answered(), added!.answered()],
    });
    const { id } = await partners.candidacy(going!.reference);
    const unit = await partners.service.as(UNIT);
    const convoke = unit.post(`/api/v1/candidacies/${id}/commands/convoke`);
    await convoke.send({ effectiveOn: '2026-12-03' }).expect(200);
    const { lines, types } = await told('SUI', ML, '2026-11');
    expect(lines).toEqual([
      [corrected!.reference, 'CORRECTION', '2026-10', 'EN_EVALUATION'],
      [undone!.reference, 'ANNULATION', '2026-10', 'RECUE'],
      [going!.reference, 'SITUATION', '', 'CONVOQUEE'],
      [added!.reference, 'SITUATION', '', 'EN_EVALUATION'],
    ]);
    expect(types).toEqual({ SITUATION: 2, EVENEMENT: 0, CORRECTION: 1, ANNULATION: 1 });
  });

  it('is annulled in a file of the very month that told it, and not told to who never knew', async () => {
    const [undone, kept, unheard] = newPeople(3);
    const rows = [undone!, kept!, unheard!].map((one) => one.referred(EARLY));
    await partners.send('ORI', ML, { nature: 'S', rows });
    await partners.send('SUI', UNIT, { nature: 'I', rows: [undone!.decided(), kept!.decided()] });
    await told('SUI', ML, '2026-11');
    const more = [undone!.decided(), kept!.decided(), unheard!.decided()];
    await partners.send('SUI', UNIT, { nature: 'R', rows: more });
    await partners.send('SUI', UNIT, { nature: 'R', rows: [kept!.decided()] });
    const { lines } = await told('SUI', ML, '2026-11');
    expect(lines).toEqual([[undone!.reference, 'ANNULATION', '2026-11', 'RECUE']]);
  });

  it('reaches a unit as an annulment of the referral that was stated by mistake', async () => {
    const [gone, changed] = newPeople(2);
    const rows = [gone!.referred(), changed!.referred()];
    await partners.send('ORI', ML, { nature: 'I', rows });
    await told('ORI', UNIT, '2026-10');
    await partners.send('ORI', ML, {
      nature: 'R',
      rows: [changed!.referred({ niveau_diplome: 'N4' })],
    });
    const { lines } = await told('ORI', UNIT, '2026-11');
    expect(lines).toEqual([
      [gone!.reference, 'ANNULATION', '2026-10', 'RETIREE'],
      [changed!.reference, 'CORRECTION', '2026-10', 'MAINTENUE'],
    ]);
  });

  it('is annulled beside a notice, at the same moment: a notice says what happened', async () => {
    const [undone, kept, added] = newPeople(3);
    const rows = [undone!, kept!, added!].map((one) => one.referred(EARLY));
    await partners.send('ORI', ML, { nature: 'S', rows });
    await partners.send('SUI', UNIT, { nature: 'I', rows: [undone!.decided(), kept!.decided()] });
    const first = await toldNow();
    expect(first).toEqual([
      ['S', '2026-12-03', undone!.reference, 'EVENEMENT', '', 'DECIDEE'],
      ['S', '2026-12-03', kept!.reference, 'EVENEMENT', '', 'DECIDEE'],
    ]);
    await partners.send('SUI', UNIT, { nature: 'R', rows: [kept!.decided(), added!.answered()] });
    expect(await toldNow()).toEqual([
      ['C', '2026-12', undone!.reference, 'ANNULATION', '2026-12', 'RECUE'],
      ['S', '2026-12-03', added!.reference, 'EVENEMENT', '', 'EN_EVALUATION'],
    ]);
    expect(await toldNow()).toEqual([]);
    await partners.send('SUI', UNIT, { nature: 'R', rows: [added!.answered()] });
    // Nothing happened that a notice would say: the annulment goes alone.
    expect(await toldNow()).toEqual([
      ['C', '2026-12', kept!.reference, 'ANNULATION', '2026-12', 'RECUE'],
    ]);
    // The photo of the month that follows is one, and says nothing of it again.
    await partners.send('SUI', UNIT, { nature: 'C', rows: [kept!.answered()] });
    const { lines } = await told('SUI', ML, '2026-12');
    expect(lines).toEqual([[kept!.reference, 'SITUATION', '', 'EN_EVALUATION']]);
  });
});

/** What a notice passes on now to the mission locale: the lines of every file that it makes. */
async function toldNow() {
  const find = <T>(token: abstract new (...args: never[]) => T): T =>
    partners.service.app.get<T>(token as never, { strict: false });
  const { id: recipientId } = (await find(OrganisationDirectory).byCode(ML))!;
  const agent = await partners.service.as(ML);
  const files = async () =>
    (await agent.get('/api/v1/mailbox?flow=SUI&limit=100').expect(200)).body.items as MailboxFile[];
  const before = new Set((await files()).map(({ id }) => id));
  const order = { recipientId, flow: 'SUI', mode: 'P', period: null, noticeFileId: null } as const;
  await find(MakeDelivery).execute(order, 'c');
  const lines: unknown[][] = [];
  for (const file of (await files()).filter(({ id }) => !before.has(id))) {
    const { body: manifest } = await agent.get(`/api/v1/mailbox/${file.id}/manifest`).expect(200);
    const made = { ...file, organisationId: recipientId, manifest };
    const { rows, faults } = await new OwnDoor(partners.service).read(made);
    expect(faults).toEqual([]);
    lines.push(
      ...rows.map((row) => [
        ...[file.nature, file.period, row['reference_orientation'], row['type_ligne']],
        ...[row['periode_rattachement'], row['etat_candidature']],
      ]),
    );
  }
  return lines.toSorted((one, other) => String(one).localeCompare(String(other)));
}
