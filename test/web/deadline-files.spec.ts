import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { MARK, ReferenceFiles } from './reference-files.js';

// Lengths of time set otherwise than shipped, put down as a file on a real database.

let service: TestApplication;
beforeAll(async () => {
  service = await startTestApplication({ isDemonstration: true });
});
afterAll(() => service?.close());

const { put, post, exported, held, rows } = new ReferenceFiles(() => service);

describe('A file of deadlines', () => {
  const HEADER = 'delai;territoire;code_organisme;premier_jour;dernier_jour;duree';
  const told = (...lines: readonly string[]) => `${[HEADER, ...lines].join('\r\n')}\r\n`;

  it('sets a length for a territory and for one organisation, and is exported as it stands', async () => {
    const file = told(
      'RETOUR_ACCUSE_RECEPTION;RE;;01/01/2099;;4',
      'RETOUR_ACCUSE_RECEPTION;;97411S00;2099-01-01;;6',
    );
    const { address, page, version } = await held('delais', file);
    expect(page).toContain('RETOUR_ACCUSE_RECEPTION – RE, depuis le 2099-01-01');
    await post(address, { version }).expect(303);

    expect(await exported('delais')).toBe(
      `${MARK}${told(
        'RETOUR_ACCUSE_RECEPTION;;97411S00;2099-01-01;;6',
        'RETOUR_ACCUSE_RECEPTION;RE;;2099-01-01;;4',
      )}`,
    );
    expect(
      await rows('select rule, territory, length from app.deadline_rule order by length'),
    ).toEqual([
      { rule: 'return-acknowledge', territory: 'RE', length: 4 },
      { rule: 'return-acknowledge', territory: null, length: 6 },
    ]);
  });

  it('is refused line by line when it would move dates already given', async () => {
    const answer = await put(
      'delais',
      told(
        'RETOUR_ACCUSE_RECEPTION;RE;;01/01/2020;;4',
        'RETOUR_INCONNU;RE;;01/01/2099;;4',
        'RETOUR_RELANCE;;;01/01/2099;;4',
        'RETOUR_TENTATIVES;RE;;01/01/2099;;0',
      ),
    ).expect(422);

    expect(answer.text).toContain('au plus tôt aujourd’hui');
    expect(answer.text).toContain('Les délais sont RETOUR_PREPARATION');
    expect(answer.text).toContain('Donnez un territoire, un organisme, ou les deux.');
    expect(answer.text).toContain('au moins 1 pour des tentatives');
  });
});
