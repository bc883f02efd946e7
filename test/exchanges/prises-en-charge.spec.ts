import { Emitters, ML, UNIT } from './support/emitters.js';
import { Leaver, leavers } from './support/leavers.js';

// PEC (exchange.md 7.a): what a mission locale did for those who came back, by file.

let partners: Emitters;

beforeAll(async () => {
  partners = await Emitters.start();
});
beforeEach(() => partners.emptySlots());
afterAll(() => partners?.service.close());

const REACHED = { date_contact: '2026-11-28', code_prise_en_charge: 'RDV_PRIS' };

async function gone(count = 1): Promise<[Leaver, ...Leaver[]]> {
  const [first, ...others] = await leavers(partners, count);
  if (!first) throw new Error('somebody left');
  return [first, ...others];
}

/** A return as its mission locale reads it. */
function own(one: Leaver) {
  return one.seenBy(partners, 'ml-adviser', ML);
}

function send(nature: 'I' | 'R' | 'C' | 'A', ...rows: Record<string, string>[]) {
  return partners.send('PEC', ML, { nature, rows });
}

describe('A reply to a return by file', () => {
  it('closes it as an adviser would, and the unit sees it unread', async () => {
    const [one] = await gone();
    const report = await send('I', one.replied(REACHED));
    expect(report).toMatchObject({ code: 0, compteurs: { appliquees: 1 }, said: [] });
    expect(await own(one)).toMatchObject({
      state: 'closed',
      answer: { code: 'RDV_PRIS', contactedOn: '2026-11-28' },
      next: null,
    });
    const seen = await one.seenBy(partners, 'recruiter', UNIT);
    expect(seen).toMatchObject({ state: 'closed', missionLocaleActedAt: expect.any(String) });
    const { text } = await partners.service.person('recruiter', UNIT).get('/retours').expect(200);
    expect(text).toContain('Nouveau');
    const acts = await partners.look(
      `select h.command, h.channel, h.acting_role, h.effective_on::text from app.return_transition h
       join app.return_episode t on t.id = h.episode_id where t.volunteer_id = $1
       order by h.recorded_at desc limit 1`,
      one.volunteerId,
    );
    expect(acts).toEqual([
      { command: 'answer', channel: 'file', acting_role: 'ml-file', effective_on: '2026-11-28' },
    ]);
  });

  it('counts each try once, however often the month repeats it', async () => {
    const [one] = await gone();
    const tried = one.replied();
    await send('I', tried);
    const confirmations = [{ code: 'CONTENU_DEJA_RECU' }];
    const again = await partners.send('PEC', ML, { nature: 'C', rows: [tried], confirmations });
    expect(again).toMatchObject({ compteurs: { inchangees: 1 } });
    await send('C', one.replied({ date_contact: '2026-11-29' }));
    expect(await own(one)).toMatchObject({ state: 'acknowledged', attempts: 2 });
  });

  it('never says unreachable of whom one hardly tried to reach', async () => {
    const [one] = await gone();
    const report = await send(
      'I',
      one.replied({ code_prise_en_charge: 'INJOIGNABLE_APRES_RELANCES' }),
    );
    expect(report.said).toEqual([
      '2 TRANSITION_INTERDITE code_prise_en_charge TROP_PEU_DE_RELANCES',
    ]);
    expect(await own(one)).toMatchObject({ state: 'open', answer: null });
  });

  it('waits for the mission locale of their territory when they live elsewhere', async () => {
    const [one] = await gone();
    await send('I', one.replied({ code_prise_en_charge: 'HORS_TERRITOIRE' }));
    expect(await own(one)).toMatchObject({
      state: 'acknowledged',
      answer: { code: 'HORS_TERRITOIRE' },
    });
  });

  it('is refused with a code where it names no return of the sender', async () => {
    const [one] = await gone();
    const nobody = new Leaver();
    const other = new Leaver();
    const report = await send(
      'I',
      nobody.replied(),
      one.replied({ date_sortie: '2026-11-24' }),
      one.replied({ reference_orientation: other.reference }),
      other.replied({ flux_origine: 'DIR', date_sortie: '' }),
    );
    expect(report.said).toEqual([
      '2 REFERENCE_INCONNUE numero_dossier_unite SORTIE_INCONNUE',
      '3 REFERENCE_INCONNUE numero_dossier_unite SORTIE_INCONNUE',
      '4 REFERENCE_INCONNUE reference_orientation',
      '5 REFERENCE_INCONNUE flux_origine INVITATION_INCONNUE',
    ]);
    expect(await own(one)).toMatchObject({ state: 'open', answer: null });
  });

  it('is unknown to another mission locale than the one in charge', async () => {
    const [one] = await gone();
    const elsewhere = '97600S00';
    const row = one.replied({ ...REACHED, code_structure: elsewhere });
    const report = await partners.send('PEC', elsewhere, { nature: 'I', rows: [row] });
    expect(report.said).toEqual(['2 REFERENCE_INCONNUE numero_dossier_unite SORTIE_INCONNUE']);
    expect(await own(one)).toMatchObject({ state: 'open' });
  });

  it('is given by the mission locale that took the return over, and no more by the former', async () => {
    const [one] = await gone();
    const { id } = await own(one);
    const taker = '97410S00';
    const { body: transfer } = await partners.service
      .person('ml-adviser', ML)
      .post(`/api/v1/returns/${id}/commands/propose-transfer`)
      .send({ missionLocale: taker, reason: 'DEMENAGEMENT' })
      .expect(200);
    await partners.service
      .person('ml-adviser', taker)
      .post(`/api/v1/return-transfers/${transfer.id}/commands/accept`)
      .send({})
      .expect(200);
    const former = await send('I', one.replied(REACHED));
    expect(former.said).toEqual(['2 TRANSITION_INTERDITE code_prise_en_charge']);
    // The referral, and the number of the file in i-milo, are those of the former.
    const unknown = { reference_orientation: '', origine_candidature: '' };
    const cells = { ...REACHED, ...unknown, code_structure: taker, identifiant_imilo: '77000001' };
    const rows = [one.replied(cells)];
    const report = await partners.send('PEC', taker, { nature: 'I', rows });
    expect(report).toMatchObject({ compteurs: { appliquees: 1 }, said: [] });
    const [taken] = await partners.look(
      `select t.state, t.answer_code from app.return_episode t
       join app.organisation o on o.id = t.ml_id where t.volunteer_id = $1 and o.code = $2`,
      one.volunteerId,
      taker,
    );
    expect(taken).toEqual({ state: 'closed', answer_code: 'RDV_PRIS' });
  });

  it('takes a contact of the very day, and none of the day after', async () => {
    const [today, tomorrow] = await gone(2);
    const report = await send(
      'I',
      today.replied({ ...REACHED, date_contact: '2026-12-03' }),
      tomorrow!.replied({ ...REACHED, date_contact: '2026-12-04' }),
    );
    expect(report.said).toEqual(['3 DATE_FUTURE date_contact']);
    expect(await own(today)).toMatchObject({ state: 'closed' });
  });

  it('waits for a human when the identity is not that of the file', async () => {
    const [one] = await gone();
    const else_ = { nom_naissance: 'TOUTAUTRE', prenom_1: 'Paul', date_naissance: '2001-01-01' };
    const report = await send('I', one.replied({ ...REACHED, ...else_ }));
    expect(report.compteurs).toMatchObject({ en_revue: 1, appliquees: 0 });
    expect(await own(one)).toMatchObject({ state: 'open' });
    const adviser = partners.service.person('ml-manager', ML);
    const { body } = await adviser.get('/api/v1/identity-reviews?state=open').expect(200);
    const reviews = body.items as { id: string; exchangeId: string; candidateIds: string[] }[];
    const review = reviews.find(({ exchangeId }) => exchangeId === report.id);
    await adviser
      .post(`/api/v1/identity-reviews/${review?.id}/commands/decide`)
      .send({ decision: 'MEME_PERSONNE', candidateId: review?.candidateIds[0] })
      .expect(200);
    expect(await own(one)).toMatchObject({ state: 'closed', answer: { code: 'RDV_PRIS' } });
  });
});

describe('An answer that was given', () => {
  it('stays, whatever else the same month says', async () => {
    const [one] = await gone();
    await send('I', one.replied(REACHED));
    const other = { date_contact: '2026-11-29', code_prise_en_charge: 'NE_SOUHAITE_PAS' };
    const report = await send('C', one.replied(other));
    expect(report.said).toEqual(['2 TRANSITION_INTERDITE code_prise_en_charge RETOUR_CLOS']);
    expect(await own(one)).toMatchObject({ state: 'closed', answer: { code: 'RDV_PRIS' } });
  });

  it('is changed by the file that replaces the month, and dropped when it is gone from it', async () => {
    const [changed, dropped, kept] = await gone(3);
    await send('I', changed.replied(REACHED), dropped!.replied(REACHED), kept!.replied(REACHED));
    const report = await send(
      'R',
      changed.replied({ ...REACHED, code_prise_en_charge: 'NOUVEAU_PROJET' }),
      kept!.replied(REACHED),
    );
    expect(report.compteurs).toMatchObject({ appliquees: 1, inchangees: 1 });
    expect(await own(changed)).toMatchObject({
      state: 'closed',
      answer: { code: 'NOUVEAU_PROJET' },
    });
    expect(await own(dropped!)).toMatchObject({ state: 'open', answer: null });
    expect((await own(dropped!)).next).not.toBeNull();
    expect(await own(kept!)).toMatchObject({ state: 'closed', answer: { code: 'RDV_PRIS' } });
  });

  it('is taken back with its month', async () => {
    const [one] = await gone();
    await send('I', one.replied(REACHED));
    await send('A');
    expect(await own(one)).toMatchObject({ state: 'open', answer: null, attempts: 0 });
  });
});

describe('What an adviser did on a page', () => {
  it('counts after the file of a month that was over, and is not lost', async () => {
    const [one] = await gone();
    const { id } = await own(one);
    await partners.service
      .person('ml-adviser', ML)
      .post(`/api/v1/returns/${id}/commands/answer`)
      .send({ code: 'DEJA_ACCOMPAGNE', contactedOn: '2026-12-02' })
      .expect(200);
    await send('I', one.replied());
    expect(await own(one)).toMatchObject({
      state: 'closed',
      attempts: 1,
      answer: { code: 'DEJA_ACCOMPAGNE', contactedOn: '2026-12-02' },
    });
  });
});
