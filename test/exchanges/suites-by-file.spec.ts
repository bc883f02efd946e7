import { until } from './support/deposits.js';
import { Emitters, ML, Somebody, UNIT } from './support/emitters.js';
import { referred, referredOne } from './support/referred.js';

let partners: Emitters;

beforeAll(async () => {
  partners = await Emitters.start();
});
afterAll(() => partners?.service.close());

const answers = (...rows: ReturnType<Somebody['answered']>[]) =>
  partners.send('SUI', UNIT, { rows });

describe('SUI, from the unit to the mission locale', () => {
  it('answers each referral, and leaves a line of its own in history and audit', async () => {
    const [first, second] = await referred(partners, 2);
    if (!first || !second) throw new Error('two were referred');
    const report = await answers(first.answered(), second.decided());
    expect(report).toMatchObject({ state: 'applied', code: 0, compteurs: { appliquees: 2 } });
    expect(await partners.referral(first.reference)).toMatchObject({ state: 'received' });
    expect(await partners.referral(second.reference)).toMatchObject({
      state: 'decided',
      outcome: { code: 'ABSENT', decidedOn: '2026-11-17' },
    });
    const lines = await partners.look(
      `select command, channel, file_line from app.candidacy_transition where file_id = $1
       order by file_line`,
      report.id,
    );
    expect(lines).toEqual([
      { command: 'evaluate', channel: 'file', file_line: 2 },
      { command: 'decide', channel: 'file', file_line: 3 },
    ]);
    const audited = await partners.look<{ command: string; file_line: number }>(
      `select command, file_line from app.audit_event where file_id = $1
       and command <> 'exchange.process' order by file_line, command`,
      report.id,
    );
    expect(audited).toEqual([
      { command: 'candidacy.evaluate', file_line: 2 },
      { command: 'referral.receive', file_line: 2 },
      { command: 'candidacy.decide', file_line: 3 },
      { command: 'referral.decide', file_line: 3 },
    ]);
  });

  it('finds everything unchanged when the same content comes again, once confirmed', async () => {
    const some = await referred(partners, 2);
    const rows = some.map((one) => one.decided());
    await answers(...rows);
    const unit = await partners.service.as(UNIT);
    const again = await answers(...rows);
    expect(again).toMatchObject({ state: 'held', said: ['* CONTENU_DEJA_RECU'] });
    const confirm = `/api/v1/exchanges/${again.id}/commands/confirm`;
    await unit.post(confirm).send({ code: 'CONTENU_DEJA_RECU' }).expect(200);
    const applied = await until('the confirmed file', async () => {
      const report = await partners.report(unit, again.id);
      return report.state === 'applied' ? report : undefined;
    });
    expect(applied).toMatchObject({ compteurs: { inchangees: 2 } });
  });

  it('keeps what is more recent, whatever comes when', async () => {
    const one = await referredOne(partners);
    await answers(one.decided());
    const late = one.answered({ etat_candidature: 'CONVOQUEE', date_etat: '2026-11-15' });
    const notice = await partners.send('SUI', UNIT, { nature: 'S', rows: [late] });
    expect(notice).toMatchObject({ compteurs: { perimees: 1 } });
    expect(await partners.candidacy(one.reference)).toMatchObject({ state: 'decided' });
  });

  it('takes an unchanged row for news of its day', async () => {
    const one = await referredOne(partners);
    const notice = (row: ReturnType<Somebody['answered']>) =>
      partners.send('SUI', UNIT, { nature: 'S', rows: [row] });
    await notice(one.answered({ date_etat: '2026-11-12' }));
    expect(await answers(one.answered())).toMatchObject({ compteurs: { inchangees: 1 } });
    const older = one.answered({ etat_candidature: 'CONVOQUEE', date_etat: '2026-11-20' });
    expect(await notice(older)).toMatchObject({ compteurs: { perimees: 1 } });
    const newer = one.answered({ etat_candidature: 'CONVOQUEE', date_etat: '2026-12-02' });
    expect(await notice(newer)).toMatchObject({ compteurs: { appliquees: 1 } });
  });

  it('gives a number to a file evaluated on a page', async () => {
    const one = await referredOne(partners);
    const { id } = await partners.candidacy(one.reference);
    const recruiter = partners.service.person('recruiter', UNIT);
    const evaluate = `/api/v1/candidacies/${id}/commands/evaluate`;
    await recruiter.post(evaluate).send({ effectiveOn: '2026-11-12' }).expect(200);
    expect(await answers(one.answered())).toMatchObject({ compteurs: { appliquees: 1 } });
    expect(await partners.candidacy(one.reference)).toMatchObject({
      state: 'in-evaluation',
      unitFileNumber: one.fileNumber,
    });
  });

  it('opens the files of people who applied on their own, for itself only', async () => {
    const one = new Somebody();
    const report = await answers(
      one.direct({ etat_candidature: 'RECUE' }),
      one.direct({
        type_ligne: 'CORRECTION',
        periode_rattachement: '2026-10',
        etat_candidature: 'RECUE',
        date_etat: '2026-10-20',
      }),
    );
    expect(report).toMatchObject({ compteurs: { appliquees: 1, inchangees: 1 } });
    const list = `/api/v1/candidacies?unitFileNumber=${one.fileNumber}`;
    const { body } = await (await partners.service.as(UNIT)).get(list).expect(200);
    expect(body).toMatchObject({
      total: 1,
      items: [{ origin: 'DIRECT', missionLocale: null, youngPerson: { birthName: one.name } }],
    });
    expect(await answers(one.direct({ etat_candidature: 'CLOSE' }))).toMatchObject({
      compteurs: { appliquees: 1 },
    });
  });

  it('leaves the referral of someone referred elsewhere in between as it is', async () => {
    const [one, other] = await referred(partners, 2);
    if (!one || !other) throw new Error('two were referred');
    await answers(
      one.decided({ code_suite: 'AJOURNE', date_reexamen: '2026-11-20' }),
      other.answered(),
    );
    const elsewhere = new Somebody().referred({
      nom_naissance: one.name,
      identifiant_imilo: one.referred()['identifiant_imilo'] ?? '',
      code_unite: 'RSMA-YT',
    });
    expect(await partners.send('ORI', ML, { rows: [elsewhere] })).toMatchObject({
      compteurs: { appliquees: 1 },
    });
    const report = await answers(
      one.answered({ etat_candidature: 'CONVOQUEE', date_etat: '2026-11-25' }),
      other.decided(),
    );
    expect(report).toMatchObject({ state: 'applied', compteurs: { appliquees: 2 } });
    expect(await partners.candidacy(one.reference)).toMatchObject({ state: 'convoked' });
    expect(await partners.referral(one.reference)).toMatchObject({ state: 'decided' });
    expect(await partners.referral(other.reference)).toMatchObject({ state: 'decided' });
  });
});
