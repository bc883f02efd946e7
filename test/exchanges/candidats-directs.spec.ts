import type { Row } from './support/deposits.js';
import { Emitters, ML, UNIT } from './support/emitters.js';
import { toldRows } from './support/told-rows.js';

// DIR, and the PEC that answers it (exchange.md 7.a): who applied to a unit on their own, by file.

let partners: Emitters;
let made = 0;

beforeAll(async () => {
  partners = await Emitters.start();
});
beforeEach(() => partners.emptySlots());
afterAll(() => partners?.service.close());

type Nature = 'I' | 'R' | 'C' | 'A';
const tell = (nature: Nature, ...rows: Row[]) => partners.send('DIR', UNIT, { nature, rows });
const reply = (nature: Nature, ...rows: Row[]) => partners.send('PEC', ML, { nature, rows });

/** A row about somebody new, who agreed. */
function direct(over: Row = {}): Row {
  made += 1;
  return {
    numero_dossier_unite: `DIR-${10_000 + made}`,
    code_unite: UNIT,
    accord_transmission: 'O',
    date_accord: '2026-11-18',
    nom_naissance: 'HOARAU',
    prenoms: 'Yanis',
    sexe: 'M',
    date_naissance: '2004-07-02',
    code_insee_naissance: '97411',
    code_postal: '97400',
    code_insee_residence: '97411',
    tranche_age: '21_23',
    date_decision: '2026-11-17',
    date_invitation: '2026-11-18',
    code_suite: 'NON_RETENU',
    ...over,
  };
}

const NAMELESS = {
  ...{ accord_transmission: 'N', date_accord: '', nom_naissance: '', prenoms: '', sexe: '' },
  ...{ date_naissance: '', code_insee_naissance: '', code_postal: '' },
};

/** The answer of the mission locale to such a row. */
function answered({ numero_dossier_unite: number = '' }: Row, over: Row = {}): Row {
  return {
    ...{ numero_dossier_unite: number, code_structure: ML, code_unite: UNIT },
    ...{ nom_naissance: 'HOARAU', prenom_1: 'Yanis', date_naissance: '2004-07-02' },
    ...{ flux_origine: 'DIR', date_contact: '2026-11-20', code_prise_en_charge: 'RDV_PRIS' },
    ...over,
  };
}

/** The record of a row, as a side reads it; nothing when it sees none. */
async function seen({ numero_dossier_unite: number = '' }: Row, code = UNIT) {
  const agent = await partners.service.as(code);
  const path = `/api/v1/direct-applicants?unitFileNumber=${number}`;
  const { body } = await agent.get(path).expect(200);
  return body.items[0];
}

/** The rows of the file of a month that a side would get now; none when there is no news. */
const told = (flow: 'DIR' | 'PEC', recipient: string, month = '2026-11') =>
  toldRows(partners, flow, recipient, month);

describe('A direct applicant told by file', () => {
  it('is announced with an agreement, counted without, and once however often it is said', async () => {
    const [named, counted] = [direct(), direct(NAMELESS)];
    const report = await tell('I', named, counted);
    expect(report).toMatchObject({ code: 0, compteurs: { appliquees: 2 }, said: [] });
    expect(await seen(named, ML)).toMatchObject({
      state: 'announced',
      youngPerson: { birthName: 'HOARAU', firstNames: ['Yanis'], postalCode: '97400' },
    });
    expect(await seen(counted)).toMatchObject({ state: 'invited', youngPerson: null });
    expect(await seen(counted, ML)).toBeUndefined();
    const again = await partners.send('DIR', UNIT, {
      rows: [named, counted],
      confirmations: [{ code: 'CONTENU_DEJA_RECU' }],
    });
    expect(again.compteurs).toMatchObject({ inchangees: 2 });
  });

  it('has what was sent without agreement written over, and said nowhere', async () => {
    const smuggled = direct({
      accord_transmission: 'N',
      date_accord: '',
      nom_naissance: 'KELVEDON',
    });
    const report = await tell('I', smuggled, direct());
    expect(report.compteurs).toMatchObject({ appliquees: 1, rejetees: 1 });
    expect(new Set(report.said.map((line) => line.split(' ')[1]))).toEqual(
      new Set(['IDENTITE_SANS_ACCORD']),
    );
    expect(report.said).toContain('2 IDENTITE_SANS_ACCORD nom_naissance');
    const agent = await partners.service.as(UNIT);
    const { text } = await agent.get(`/api/v1/exchanges/${report.id}/rejects`).expect(200);
    expect(text).not.toContain('KELVEDON');
    const kept = await partners.look(
      `select 1 from app.exchange_anomaly where file_id = $1 and value like '%KELVEDON%'`,
      report.id,
    );
    expect(kept).toEqual([]);
    expect(await seen(smuggled)).toBeUndefined();
  });

  it('waits in the tray where the commune does not decide, and is nowhere outside of the network', async () => {
    const [caledonia, polynesia, unknown, chosen] = [
      direct({ code_insee_residence: '98818' }),
      direct({ code_insee_residence: '98735' }),
      direct({ code_insee_residence: '99999' }),
      direct({ code_insee_residence: '98818', code_structure_proposee: 'NC002S00' }),
    ];
    const report = await tell('I', caledonia, polynesia, unknown, chosen);
    expect(report.compteurs).toMatchObject({ appliquees: 4 });
    const states = [];
    for (const one of [caledonia, polynesia, unknown, chosen]) {
      const { state, missionLocale, candidates } = await seen(one);
      states.push([state, missionLocale?.code ?? null, candidates.length]);
    }
    expect(states).toEqual([
      ['to-assign', null, 2],
      ['outside-network', null, 0],
      ['to-assign', null, 0],
      ['announced', 'NC002S00', 0],
    ]);
  });

  it('is what is said last, whatever is taken back; an identity goes with the last that said it', async () => {
    const [one, other] = [direct(), direct()];
    await tell('I', one, other);
    await tell('R', { ...one, code_suite: 'AJOURNE' });
    expect(await seen(one)).toMatchObject({ state: 'announced', outcome: 'AJOURNE' });
    expect(await seen(other)).toMatchObject({ state: 'withdrawn', youngPerson: null });
    await tell('A');
    expect(await seen(one)).toMatchObject({ state: 'withdrawn', youngPerson: null });
    await tell('I', one);
    expect(await seen(one)).toMatchObject({ state: 'announced', outcome: 'NON_RETENU' });
    await tell('R', { ...one, ...NAMELESS });
    expect(await seen(one)).toMatchObject({ state: 'invited', youngPerson: null });
  });

  it('is not brought back by a file once a person withdrew it', async () => {
    const one = direct();
    await tell('I', one);
    const { id } = await seen(one);
    const agent = partners.service.person('recruiter', UNIT);
    await agent.post(`/api/v1/direct-applicants/${id}/commands/withdraw`).expect(200);
    const report = await tell('C', { ...one, code_suite: 'AJOURNE' });
    expect(report.said).toEqual(['2 TRANSITION_INTERDITE numero_dossier_unite CANDIDAT_RETIRE']);
    expect(await seen(one)).toMatchObject({ state: 'withdrawn', youngPerson: null });
  });
});

describe('The mission locale, by file', () => {
  it('is told whom to expect, answers by PEC, and the unit is told of the answer', async () => {
    await told('DIR', ML);
    await told('PEC', UNIT);
    const [one, counted] = [direct(), direct(NAMELESS)];
    await tell('I', one, counted);
    expect(await told('DIR', ML)).toMatchObject([
      { numero_dossier_unite: one['numero_dossier_unite'], nom_naissance: 'HOARAU' },
    ]);
    expect(await told('DIR', ML)).toEqual([]);
    const report = await reply('I', answered(one));
    expect(report).toMatchObject({ code: 0, compteurs: { appliquees: 1 } });
    expect(await seen(one)).toMatchObject({ state: 'answered', answer: { code: 'RDV_PRIS' } });
    expect(await told('PEC', UNIT)).toMatchObject([
      { numero_dossier_unite: one['numero_dossier_unite'], flux_origine: 'DIR' },
    ]);
    await reply('R', answered(one, { code_prise_en_charge: 'NE_SOUHAITE_PAS' }));
    expect(await seen(one)).toMatchObject({ answer: { code: 'NE_SOUHAITE_PAS' } });
    await reply('A');
    expect(await seen(one)).toMatchObject({ state: 'announced', answer: null });
  });

  it('is told to let go of who is withdrawn, told to another or forgotten, and not by name', async () => {
    await told('DIR', ML, '2026-10');
    const [gone, moved, unsaid, kept] = [direct(), direct(), direct(), direct()];
    const rows = [gone, moved, unsaid, kept];
    await tell('I', ...rows);
    expect(await told('DIR', ML, '2026-10')).toHaveLength(rows.length);
    const agent = partners.service.person('recruiter', UNIT);
    const run = async (row: Row, command: string, body: object = {}) => {
      const { id } = await seen(row);
      await agent
        .post(`/api/v1/direct-applicants/${id}/commands/${command}`)
        .send(body)
        .expect(200);
    };
    await run(gone, 'withdraw');
    await run(moved, 'correct', { missionLocale: '97410S00' });
    await tell('R', gone, moved, kept);

    const lines = (await told('DIR', ML)) ?? [];
    const shown = lines.map((line) => [line['numero_dossier_unite'], line['type_ligne']]);
    expect(new Set(shown)).toEqual(
      new Set([gone, moved, unsaid].map((row) => [row['numero_dossier_unite'], 'ANNULATION'])),
    );
    for (const line of lines) {
      expect(line).toMatchObject({
        ...NAMELESS,
        ...{ code_insee_residence: '99999', periode_rattachement: '2026-10', telephone: '' },
      });
    }
    expect(await told('DIR', ML)).toEqual([]);
    // Told to the same one again: it is news once more.
    await run(moved, 'correct', { missionLocale: ML });
    expect(await told('DIR', ML)).toMatchObject([
      { numero_dossier_unite: moved['numero_dossier_unite'], nom_naissance: 'HOARAU' },
    ]);
    await run(moved, 'withdraw');
    expect(await told('DIR', ML)).toMatchObject([
      { numero_dossier_unite: moved['numero_dossier_unite'], ...NAMELESS },
    ]);
  });

  it('gives back who lives elsewhere, and is refused with a code where it answers nothing', async () => {
    const [elsewhere, tired, closed] = [direct(), direct(), direct()];
    const [stranger, early] = [direct(), direct()];
    await tell('I', elsewhere, tired, closed, stranger, early);
    await reply('I', answered(closed));
    const report = await reply(
      'C',
      answered(elsewhere, { code_prise_en_charge: 'HORS_TERRITOIRE' }),
      answered(tired, { code_prise_en_charge: 'INJOIGNABLE_APRES_RELANCES' }),
      answered(closed, { code_prise_en_charge: 'NE_SOUHAITE_PAS' }),
      answered(stranger, {
        nom_naissance: 'TOUTAUTRE',
        prenom_1: 'Paul',
        date_naissance: '2001-01-01',
      }),
      answered(direct()),
      answered(early, { date_contact: '2026-11-16', code_prise_en_charge: 'CONTACTE_SANS_RETOUR' }),
    );
    expect(report.said).toEqual([
      '3 TRANSITION_INTERDITE code_prise_en_charge TROP_PEU_DE_RELANCES',
      '4 TRANSITION_INTERDITE code_prise_en_charge INVITATION_CLOSE',
      '5 IDENTITE_INCOHERENTE nom_naissance',
      '6 REFERENCE_INCONNUE flux_origine INVITATION_INCONNUE',
      '7 CHRONOLOGIE date_contact CONTACT_PLUS_ANCIEN',
    ]);
    expect(await seen(elsewhere)).toMatchObject({ state: 'to-assign' });
    expect(await seen(stranger)).toMatchObject({ state: 'announced', answer: null });
  });

  it('knows nothing of an invitation to another', async () => {
    const one = direct();
    await tell('I', one);
    const other = '97600S00';
    const rows = [answered(one, { code_structure: other })];
    const report = await partners.send('PEC', other, { nature: 'I', rows });
    expect(report.said).toEqual(['2 REFERENCE_INCONNUE flux_origine INVITATION_INCONNUE']);
  });
});
