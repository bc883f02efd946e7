import { presentHome } from './home.presenter.js';

const NOTHING = {
  referrals: null,
  unit: null,
  sessions: null,
  direct: null,
  services: null,
  returns: null,
  exchanges: null,
  followUps: null,
  contracts: null,
  exceptions: null,
  merges: null,
  silences: null,
};

describe('The home', () => {
  it('has no list of tasks for a role nothing waits for', () => {
    expect(presentHome(NOTHING, 'dpo')).toMatchObject({ tasks: null, answers: null });
  });

  it('empties to zero', () => {
    const referrals = { toDo: 0, toRepresent: 0, drafts: 0, answers: [] };
    const { tasks, answers } = presentHome({ ...NOTHING, referrals }, 'ml-adviser');
    expect(tasks).toEqual([]);
    expect(answers).toMatchObject({ rows: [], empty: 'Aucune réponse depuis 14\u00A0jours.' });
  });

  it('says why no answer is shown to an account that may read nobody else today', () => {
    const referrals = { toDo: 3, toRepresent: 0, drafts: 0, answers: null };
    const { tasks, answers } = presentHome({ ...NOTHING, referrals }, 'ml-adviser');
    expect(tasks).toHaveLength(1);
    expect(answers).toMatchObject({ rows: [], empty: expect.stringContaining('autant de jeunes') });
  });

  it('says how many of what, in the singular for one', () => {
    const referrals = { toDo: 1200, toRepresent: 2, drafts: 1, answers: [] };
    expect(
      presentHome({ ...NOTHING, referrals }, 'ml-adviser').tasks?.map(({ count, title }) => [
        count,
        title,
      ]),
    ).toEqual([
      ['1\u202F200', 'orientations à traiter'],
      ['2', 'jeunes à représenter'],
      ['1', 'brouillon à terminer'],
    ]);
    const exchanges = { toConfirm: 1, late: 2, expected: 0 };
    expect(
      presentHome({ ...NOTHING, exchanges }, 'exchange-operator').tasks?.map(({ title }) => title),
    ).toEqual(['fichier à confirmer', 'fichiers en retard']);
  });

  it('puts the returns first, and those that are late before the others', () => {
    const referrals = { toDo: 1, toRepresent: 0, drafts: 0, answers: [] };
    const returns = [
      { kind: 'late', href: '/retours?onglet=en-retard', count: 2 },
      { kind: 'to-acknowledge', href: '/retours', count: 1 },
      { kind: 'prepared', href: '/retours?onglet=a-preparer', count: 0 },
    ] as const;
    expect(
      presentHome({ ...NOTHING, referrals, returns }, 'ml-adviser').tasks?.map(
        ({ title }) => title,
      ),
    ).toEqual(['retours en retard', 'retour à prendre en charge', 'orientation à traiter']);
  });

  it('takes a unit to the view that waits', () => {
    const unit = [
      { kind: 'a-evaluer', href: '/candidatures', count: 3 },
      { kind: 'a-convoquer', href: '/candidatures?onglet=a-convoquer', count: 0 },
    ] as const;
    expect(presentHome({ ...NOTHING, unit }, 'recruiter').tasks).toEqual([
      expect.objectContaining({ href: '/candidatures', title: 'candidatures à évaluer' }),
    ]);
  });

  it('tells the medical office what only it is asked for', () => {
    const unit = [
      { kind: 'resultat', href: '/candidatures?onglet=resultat', count: 2 },
      { kind: 'ensemble', href: '/candidatures/lot', count: 1 },
    ] as const;
    const titles = presentHome({ ...NOTHING, unit }, 'medical-office').tasks?.map(
      ({ title }) => title,
    );

    expect(titles).toEqual([
      'candidats sans conclusion',
      'convocation dont les résultats sont à saisir',
    ]);
  });

  it('tells what of the services waits, and nothing of what is done', () => {
    const services = [
      { kind: 'a-incorporer', href: '/volontaires?onglet=a-incorporer', count: 1 },
      { kind: 'a-reprendre', href: '/volontaires?onglet=a-reprendre', count: 2 },
      { kind: 'presence-a-dire', href: '/volontaires?onglet=presence-a-dire', count: 12 },
      { kind: 'fin-proche', href: '/volontaires?onglet=fin-proche', count: 1 },
    ] as const;
    const waiting = presentHome({ ...NOTHING, services }, 'insertion-officer').tasks;
    expect(waiting?.map(({ count, title }) => `${count} ${title}`)).toEqual([
      '1 jeune à incorporer',
      '2 incorporations à reprendre',
      '12 jeunes dont la présence du mois est à dire',
      '1 fin de service à préparer',
    ]);

    const none = services.map((one) => ({ ...one, count: 0 }));
    expect(presentHome({ ...NOTHING, services: none }, 'insertion-officer').tasks).toEqual([]);
  });
});
