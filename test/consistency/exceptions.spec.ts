import { CheckConsistency, EXCEPTION_RULE_CODES, RULE_WORDS } from '../../src/consistency/index.js';
import { directBody } from '../permissions/support/direct-body.js';
import { EXIT, NOW, Returning } from '../returns/returning.js';

// Each rule broken by hand, in the database where no command would: found by the side that can repair
// it, on the page that repairs it, by nobody else, and gone once repaired.

const EXIT_TOLD_BETTER = { ...EXIT, exitedOn: '2026-11-21' };

let at: Returning;
beforeAll(async () => {
  at = await Returning.start();
});
afterAll(() => at?.service.close());
beforeEach(() => at.clock.moveTo(NOW));

const recruiter = () => at.recruiter();
const adviser = () => at.adviser();
const read = async (who: ReturnType<typeof adviser>) =>
  (await who.get('/coherence').set('accept', 'text/html').expect(200)).text;
const owner = (sql: string, values: unknown[]) => at.service.database.owner.query(sql, values);
const found = async () => {
  const run = await at.service.app
    .get(CheckConsistency, { strict: false })
    .execute('correlation', (error) => {
      throw error;
    });
  expect(run).toMatchObject({ failures: 0 });
  return run?.found ?? {};
};

async function selected(planned: string): Promise<string> {
  const { candidacyId } = await at.rows.case(at.missionLocaleId, at.unitId);
  await recruiter()
    .post(`/api/v1/candidacies/${candidacyId}/commands/decide`)
    .send({ code: 'APTE_RETENU', decidedOn: '2026-11-01', plannedIncorporationOn: planned })
    .expect(200);
  return String(candidacyId);
}

describe('What nobody may lose sight of', () => {
  it('is nothing where every side said what it had to', async () => {
    await at.gone();
    await at.inService();
    await selected('2026-12-01');

    expect(await found()).toEqual({});
    expect(await read(recruiter())).toContain('Rien à reprendre');
    expect(await read(adviser())).toContain('Rien à reprendre');
  });

  it('is an incorporation of which nothing is said, from the sixth day on, until it is told', async () => {
    const candidacyId = await selected('2026-11-16');
    const page = `/volontaires/nouveau/${candidacyId}`;
    // Five days after Monday 16 is Saturday 21, moved to Monday 23: overdue on Tuesday 24.
    at.clock.moveTo('2026-11-23T08:00:00.000Z');
    expect(await found()).toEqual({});
    at.clock.moveTo('2026-11-24T08:00:00.000Z');
    expect(await found()).toEqual({ 'incorporation-untold': 1 });

    const list = await read(recruiter());
    expect(list).toContain(page);
    expect(list).toContain(RULE_WORDS['incorporation-untold'].repair);
    expect(await read(adviser())).not.toContain(page);
    expect(await read(at.service.person('recruiter', 'RSMA-YT'))).not.toContain(page);
    expect((await recruiter().get('/').set('accept', 'text/html')).text).toContain(
      'suivi à reprendre',
    );

    await recruiter()
      .post('/api/v1/volunteers')
      .send({
        candidacyId,
        status: 'ABSENT_INCORPORATION',
        incorporatedOn: '2026-11-16',
        volunteerType: 'VS',
      })
      .expect(201);
    expect(await found()).toEqual({});
  });

  it('is a service whose end has passed, or an exit of which nobody was told', async () => {
    const ended = await at.inService();
    await owner(`update app.volunteer set planned_end_on = '2026-11-17' where id = $1`, [
      ended.volunteerId,
    ]);
    const alone = await at.gone();
    await owner(`delete from app.return_transition where episode_id = $1`, [
      alone.address.split('/').at(-1),
    ]);
    await owner(`delete from app.return_episode where volunteer_id = $1`, [alone.volunteerId]);
    at.clock.moveTo('2026-12-02T08:00:00.000Z');

    expect(await found()).toEqual({
      'end-untold': 1,
      'exit-without-return': 1,
    });
    const list = await read(recruiter());
    expect(list).toContain(`/volontaires/${ended.volunteerId}`);
    expect(list).toContain(`/volontaires/${alone.volunteerId}`);

    // Telling the exit again opens the return that was missing.
    await at.tell(alone, 'correct-exit', { ...EXIT_TOLD_BETTER }).expect(200);
    expect(await found()).not.toHaveProperty('exit-without-return');
    await owner(`update app.volunteer set planned_end_on = '2027-05-31' where id = $1`, [
      ended.volunteerId,
    ]);
    expect(await found()).toEqual({});
  });

  it('is two sides that do not say the same, and an absence that is put off for ever', async () => {
    const { referralId, candidacyId } = await at.rows.case(at.missionLocaleId, at.unitId);
    await owner(`update app.candidacy set state = 'closed' where id = $1`, [candidacyId]);
    const postponed = await selected('2026-11-21');
    await recruiter()
      .post('/api/v1/volunteers')
      .send({ candidacyId: postponed, status: 'REPORT', volunteerType: 'VS' })
      .expect(201);
    at.clock.moveTo('2027-01-20T08:00:00.000Z');

    expect(await found()).toMatchObject({ 'sides-differ': 1, 'postponement-undated': 1 });
    expect(await read(adviser())).toContain(`/orientations/${referralId}`);
    expect(await read(recruiter())).not.toContain(`/orientations/${referralId}`);
    await owner(`update app.candidacy set state = 'received' where id = $1`, [candidacyId]);
    await owner(`update app.volunteer set incorporated_on = '2027-02-01' where candidacy_id = $1`, [
      postponed,
    ]);
  });

  it('is somebody in two units at once, or back in service while a return waits', async () => {
    const first = await at.gone();
    const second = await at.inService();
    await owner(`update app.volunteer set person_id = $1 where id = $2`, [
      first.personId,
      second.volunteerId,
    ]);
    await owner(`update app.volunteer set incorporated_on = '2026-11-22' where id = $1`, [
      second.volunteerId,
    ]);
    expect(await found()).toEqual({ 'return-while-serving': 1 });
    expect(await read(adviser())).toContain(`/retours/${first.address.split('/').at(-1)}`);

    await at.tell(first, 'resume', {}).expect(200);
    expect(await found()).toEqual({ 'two-services': 1 });
    await at.tell(second, 'exit', { ...EXIT_TOLD_BETTER, exitedOn: '2026-11-22' }).expect(200);
    expect(await found()).toEqual({});
  });

  it('is found across the files of one person, while they are merged', async () => {
    const first = await at.gone();
    const second = await at.inService();
    await owner(`update app.volunteer set incorporated_on = '2026-11-22' where id = $1`, [
      second.volunteerId,
    ]);
    expect(await found()).toEqual({});
    await owner(
      `insert into app.person_merge (id, org_id, kept_id, merged_id, state, proposed_by, decided_by)
       values (gen_random_uuid(), $1, $2, $3, 'confirmed', 'a', 'b')`,
      [at.missionLocaleId, first.personId, second.personId],
    );
    expect(await found()).toEqual({ 'return-while-serving': 1 });
    await at.tell(second, 'exit', { ...EXIT_TOLD_BETTER, exitedOn: '2026-11-22' }).expect(200);
    expect(await found()).toEqual({ 'two-returns': 1 });
    await at.tell(first, 'resume', {}).expect(200);
    await at.tell(second, 'resume', {}).expect(200);
    expect(await found()).toEqual({ 'two-services': 1 });

    await owner(`delete from app.person_merge where merged_id = $1`, [second.personId]);
    expect(await found()).toEqual({});
  });

  it('is kept in figures, that an administrator reads', async () => {
    await found();
    const page = await at.service
      .person('admin', 'NATIONAL')
      .get('/admin/coherence')
      .set('accept', 'text/html')
      .expect(200);
    expect(page.text).toContain('Tout est en ordre');
    await adviser().get('/admin/coherence').expect(403);
  });

  it('is no transfer that waits for its answer, but one that is past its date', async () => {
    const { address } = await at.gone();
    const { body } = await adviser()
      .post(`${address}/commands/propose-transfer`)
      .send({ missionLocale: '97410S00', reason: 'DEMENAGEMENT' })
      .expect(200);
    expect(await found()).toEqual({});
    await owner(`update app.return_transfer set due_on = '2026-11-10' where id = $1`, [body.id]);

    expect(await found()).toEqual({ 'transfer-stuck': 1 });
    expect(await read(adviser())).toContain(address.replace('/api/v1/returns', '/retours'));
    await adviser().post(`/api/v1/return-transfers/${body.id}/commands/withdraw`).expect(200);
    expect(await found()).toEqual({});
  });

  it('is an attachment that a unit proposed, and a return that left without arriving', async () => {
    const direct = await at.inService({}, true);
    await at.rows.share(direct.unitId, direct.personId, direct.unitId);
    await at.tell(direct, 'exit', EXIT).expect(200);
    const [episode] = await at.returnsOf(direct, recruiter());
    const address = `/api/v1/returns/${episode?.id}`;
    const { body } = await recruiter()
      .post(`${address}/commands/propose-transfer`)
      .send({ missionLocale: '97410S00', reason: 'RATTACHEMENT' })
      .expect(200);
    expect(await found()).toEqual({});
    await owner(`update app.return_transfer set due_on = '2026-11-10' where id = $1`, [body.id]);
    expect(await found()).toEqual({ 'attachment-stuck': 1 });
    expect(await read(recruiter())).toContain(`/retours/${episode?.id}`);
    expect(await read(adviser())).not.toContain(`/retours/${episode?.id}`);
    const waiting = await recruiter().get('/retours/transferts').set('accept', 'text/html');
    expect(waiting.text).toContain('Date passée');
    await recruiter().post(`/api/v1/return-transfers/${body.id}/commands/withdraw`).expect(200);
    expect(await found()).toEqual({});

    const lost = await at.gone();
    await owner(
      `update app.return_episode set state = 'transferred', due_on = null, due_rule = null,
         escalates_on = null where volunteer_id = $1`,
      [lost.volunteerId],
    );
    expect(await found()).toEqual({ 'transfer-stuck': 1 });
    await owner(`update app.return_episode set state = 'cancelled' where volunteer_id = $1`, [
      lost.volunteerId,
    ]);
  });

  it('is a direct applicant whom nobody invites, or of whom nothing is said, past its date', async () => {
    const made = async (residenceCode: string) => {
      const body = { ...directBody(), residenceCode };
      const made = await recruiter().post('/api/v1/direct-applicants').send(body).expect(201);
      return String(made.body.id);
    };
    const [waiting, silent] = [await made('99999'), await made('97411')];
    const command = (id: string, name: string) =>
      `/api/v1/direct-applicants/${id}/commands/${name}`;
    const invitations = async () =>
      Object.fromEntries(
        Object.entries(await found()).filter(([rule]) => rule.startsWith('invitation')),
      );
    expect(await invitations()).toEqual({});
    // Fifteen days to choose or to answer, then five days of work.
    at.clock.moveTo('2026-12-14T08:00:00.000Z');
    expect(await invitations()).toEqual({});
    at.clock.moveTo('2026-12-16T08:00:00.000Z');
    expect(await invitations()).toEqual({ 'invitation-unassigned': 1, 'invitation-silent': 1 });
    expect(await read(recruiter())).toContain(`/candidats-directs/${waiting}`);
    expect(await read(adviser())).toContain(`/candidats-directs/${silent}`);
    expect(await read(adviser())).not.toContain('PAYET');
    await recruiter()
      .post(command(waiting, 'assign'))
      .send({ missionLocale: '97411S00' })
      .expect(200);
    const close = (day: string | null) =>
      owner(`update app.organisation set valid_to = $1 where code = '97411S00'`, [day]);
    await adviser().post(command(silent, 'answer')).send({ code: 'RDV_PRIS' }).expect(200);
    expect(await invitations()).toEqual({});
    await close('2026-12-15');
    at.clock.moveTo('2026-12-16T09:00:00.000Z');
    expect(await invitations()).toEqual({ 'invitation-to-closed': 1 });
    const other = { missionLocale: '97410S00' };
    await recruiter().post(command(waiting, 'correct')).send(other).expect(200);
    expect(await invitations()).toEqual({});
    await close(null);
  });

  it('has words for every rule', () => {
    expect(Object.keys(RULE_WORDS).toSorted()).toEqual(EXCEPTION_RULE_CODES.toSorted());
  });
});
