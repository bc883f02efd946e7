import { Emitters, ML, newPeople, Somebody, UNIT, type Sent } from './support/emitters.js';

// What follows from a row that was refused before (exchange.md 6.5 #89, ADR 0024).

let partners: Emitters;

beforeAll(async () => {
  partners = await Emitters.start();
});
beforeEach(() => partners.emptySlots());
afterAll(() => partners?.service.close());

const IMPOSSIBLE = { date_naissance: '2005-02-30' };
const withdrawn = (one: Somebody) => one.referred({ etat_orientation: 'RETIREE' });

/** The anomalies of a file: `line code cause`. */
async function refusalsOf(flow: 'SUI' | 'ORI', emitter: string, sent: Sent) {
  const { id } = await partners.send(flow, emitter, sent);
  const agent = await partners.service.as(emitter);
  const { body } = await agent.get(`/api/v1/exchanges/${id}/report`).expect(200);
  const anomalies = body.anomalies as {
    ligne: number;
    code: string;
    regle: string;
    cascade_de: string | null;
  }[];
  return { name: String(body.fichier), anomalies };
}

/** A referral that its own mission locale stated wrongly. */
async function refusedBefore(nature: 'S' | 'C') {
  const [one] = newPeople(1);
  const rows = [one!.referred(IMPOSSIBLE)];
  const { name, anomalies } = await refusalsOf('ORI', ML, { nature, rows });
  expect(anomalies).toMatchObject([{ ligne: 2, code: 'type-error', cascade_de: null }]);
  return { one: one!, cause: `${name}:2:${anomalies[0]?.regle}` };
}

describe('A referral that nobody knows because its mission locale stated it wrongly', () => {
  it.each(['S', 'C'] as const)('is said to follow from that row of a file %s', async (nature) => {
    const { one, cause } = await refusedBefore(nature);
    const [stranger] = newPeople(1);
    const { anomalies } = await refusalsOf('ORI', ML, {
      rows: [withdrawn(one), withdrawn(stranger!)],
    });
    expect(anomalies).toMatchObject([
      { ligne: 2, code: 'REFERENCE_INCONNUE', cascade_de: cause },
      { ligne: 3, code: 'REFERENCE_INCONNUE', cascade_de: null },
    ]);
    const again = await refusalsOf('ORI', ML, { nature: 'S', rows: [withdrawn(one)] });
    expect(again.anomalies).toMatchObject([{ code: 'REFERENCE_INCONNUE', cascade_de: cause }]);
  });

  it('follows from a row of its own file too, and from none that comes after it', async () => {
    const [one, other] = newPeople(2);
    const { name, anomalies } = await refusalsOf('ORI', ML, {
      rows: [
        one!.referred(IMPOSSIBLE),
        withdrawn(one!),
        withdrawn(other!),
        other!.referred(IMPOSSIBLE),
      ],
    });
    expect(anomalies).toMatchObject([
      { ligne: 2, code: 'type-error', cascade_de: null },
      { ligne: 3, code: 'REFERENCE_INCONNUE', cascade_de: `${name}:2:${anomalies[0]?.regle}` },
      { ligne: 4, code: 'REFERENCE_INCONNUE', cascade_de: null },
      { ligne: 5, code: 'type-error', cascade_de: null },
    ]);
  });

  it('tells the unit that answers nothing of it', async () => {
    const { one } = await refusedBefore('C');
    const [stranger] = newPeople(1);
    const { anomalies } = await refusalsOf('SUI', UNIT, {
      rows: [one.answered(), stranger!.answered()],
    });
    const said = anomalies.map(({ ligne: _ligne, ...same }) => same);
    expect(said[0]).toMatchObject({ code: 'REFERENCE_INCONNUE', cascade_de: null });
    expect(said[0]).toEqual({ ...said[1], identifiant_ligne: 1 });
  });

  it('tells another mission locale nothing of it', async () => {
    const { one } = await refusedBefore('C');
    const code = '97410S00';
    const elsewhere = withdrawn(one);
    const { anomalies } = await refusalsOf('ORI', code, {
      rows: [{ ...elsewhere, code_structure: code }],
    });
    expect(anomalies).toMatchObject([{ code: 'REFERENCE_INCONNUE', cascade_de: null }]);
  });
});
