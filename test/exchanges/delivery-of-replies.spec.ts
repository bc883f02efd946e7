import { Emitters, ML, UNIT } from './support/emitters.js';
import { Leaver, leavers } from './support/leavers.js';
import { toldFile } from './support/told-rows.js';

let partners: Emitters;
beforeAll(async () => {
  partners = await Emitters.start();
});
beforeEach(() => partners.emptySlots());
afterAll(() => partners?.service.close());

/** What the unit is told for a month; nothing when there is no news. */
const told = async (period: string) =>
  (await toldFile(partners, 'PEC', UNIT, period))?.rows ?? null;

function act(one: Leaver, id: string, command: string, body: object = {}) {
  return partners.service
    .person('ml-adviser', ML)
    .post(`/api/v1/returns/${id}/commands/${command}`)
    .send(body)
    .expect(200);
}

const REACHED = { date_contact: '2026-11-28', code_prise_en_charge: 'RDV_PRIS' };

describe('Replies to a unit', () => {
  it('tell once what was said by file and on pages, and nothing of what was only taken up', async () => {
    const [byFile, byPage, takenUp] = await leavers(partners, 3);
    await partners.send('PEC', ML, { nature: 'I', rows: [byFile!.replied(REACHED)] });
    const { id } = await byPage!.seenBy(partners, 'ml-adviser', ML);
    await act(byPage!, id, 'answer', { code: 'HORS_TERRITOIRE', contactedOn: '2026-12-01' });
    const other = await takenUp!.seenBy(partners, 'ml-adviser', ML);
    await act(takenUp!, other.id, 'acknowledge');

    const rows = await told('2026-10');
    expect(rows?.map((row) => row['numero_dossier_unite']).toSorted()).toEqual(
      [byFile!.fileNumber, byPage!.fileNumber].toSorted(),
    );
    expect(rows?.find((row) => row['numero_dossier_unite'] === byFile!.fileNumber)).toEqual({
      ...byFile!.replied(REACHED),
      identifiant_ligne: expect.any(String),
      type_ligne: 'SITUATION',
      periode_rattachement: '',
      origine_candidature: '',
    });
    expect(await told('2026-10')).toBeNull();
  });

  it('correct what an older month told, and annul it when nothing is left of it', async () => {
    const [changed, undone] = await leavers(partners, 2);
    const rows = [changed!.replied(REACHED), undone!.replied(REACHED)];
    await partners.send('PEC', ML, { nature: 'I', rows });
    await told('2026-10');
    const other = { ...REACHED, code_prise_en_charge: 'NE_SOUHAITE_PAS' };
    await partners.send('PEC', ML, { nature: 'R', rows: [changed!.replied(other)] });
    const lines = (await told('2026-11'))?.map((row) => [
      row['numero_dossier_unite'],
      row['type_ligne'],
      row['periode_rattachement'],
      row['code_prise_en_charge'],
    ]);
    expect(new Set(lines)).toEqual(
      new Set([
        [changed!.fileNumber, 'CORRECTION', '2026-10', 'NE_SOUHAITE_PAS'],
        [undone!.fileNumber, 'ANNULATION', '2026-10', 'RDV_PRIS'],
      ]),
    );
  });

  it('are not told anew when only time passed', async () => {
    const [one] = await leavers(partners, 1);
    await partners.send('PEC', ML, { nature: 'I', rows: [one!.replied()] });
    expect(await told('2026-10')).toHaveLength(1);
    const { id } = await one!.seenBy(partners, 'ml-adviser', ML);
    await partners.look(
      `insert into app.return_transition (episode_id, unit_id, ml_id, command, from_state, to_state,
         effective_on, ends_on, escalation, actor_type, actor_id, acting_role, channel)
       select id, unit_id, ml_id, 'chase', state, state, ends_on, ends_on, 'manager', 'system',
         'system', 'system', 'system' from app.return_episode where id = $1`,
      id,
    );
    await partners.look('update app.return_episode set version = version + 1 where id = $1', id);
    expect(await told('2026-11')).toBeNull();
  });
});
