import { FaultTrial } from './support/fault-trial.js';
import { photo, SIX_MONTHS } from './support/photos.js';

// A column that an extraction lost (exchange.md 7.e.7). People send: a moved clock leaves them in.

let trial: FaultTrial;

beforeAll(async () => {
  trial = await FaultTrial.start('person');
});
afterAll(() => trial?.service.close());

const rowsOf = (fileId: string) =>
  trial.look<{ line: number }>('select line from app.exchange_row where file_id = $1', fileId);

describe('A photo of which a column is not as usual', () => {
  it('is held after six others, with what its rows say, and goes on once confirmed', async () => {
    for (const month of SIX_MONTHS) {
      // A fifth of the phones is missing, as every month.
      const usual = photo(trial, month, 20, (index) => ({
        telephone: index < 4 ? '' : '0692000000',
      }));
      const { outcome } = await trial.play(usual);
      expect(outcome).toMatchObject({ verdict: 'applied', said: [] });
    }
    const lost = photo(trial, '2026-11', 20, (index) => ({
      telephone: index < 9 ? '' : '0692000000',
      code_postal: index >= 14 ? '974000' : '97400',
    }));
    const { outcome, agent } = await trial.play(lost);
    const refused = [16, 17, 18, 19, 20, 21].map(
      (line) => `${line} L constraint-error code_postal TROP_LONG`,
    );
    const said = ['* Q DERIVE_COLONNE ERREUR', '* Q DERIVE_COLONNE VIDE', ...refused];
    expect(outcome).toMatchObject({ verdict: 'held', counters: { lues: 0, appliquees: 0 } });
    expect(outcome.said.toSorted()).toEqual(said.toSorted());
    const path = `/api/v1/exchanges/${outcome.id}`;
    const { body } = await agent.get(`${path}/report`).expect(200);
    expect(JSON.stringify(body.anomalies)).toContain('telephone (45 % au lieu de 20 %)');

    await agent.post(`${path}/commands/confirm`).send({ code: 'DERIVE_COLONNE' }).expect(200);
    const crm = await trial.reported(agent, outcome.id);
    expect(crm).toMatchObject({ verdict: 'applied' });
    expect(crm.counters).toMatchObject({ lues: 20, appliquees: 14, rejetees: 6 });
    expect(crm.said.toSorted()).toEqual(said.toSorted());
    expect(await rowsOf(outcome.id)).toHaveLength(20);
  });

  it('goes on at once when its manifest confirms it beforehand', async () => {
    const known = photo(trial, '2026-12', 20, { telephone: '' });
    const { manifest = () => undefined } = known;
    const { outcome } = await trial.play({
      ...known,
      manifest: (sent) => {
        manifest(sent);
        sent.confirmations?.push({ code: 'DERIVE_COLONNE' });
      },
    });
    expect(outcome).toMatchObject({ verdict: 'applied', said: ['* Q DERIVE_COLONNE VIDE'] });
    expect(outcome.counters).toMatchObject({ lues: 20, appliquees: 20 });
  });
});
