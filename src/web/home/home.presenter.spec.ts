import { presentHome } from './home.presenter.js';

const NOTHING = { referrals: null, unit: null, exchanges: null };

describe('The home', () => {
  it('has no list of tasks for a role nothing waits for', () => {
    expect(presentHome(NOTHING)).toEqual({ tasks: null, answers: null });
  });

  it('empties to zero', () => {
    const referrals = { toDo: 0, drafts: 0, answers: [] };
    const { tasks, answers } = presentHome({ ...NOTHING, referrals });
    expect(tasks).toEqual([]);
    expect(answers).toMatchObject({ rows: [], empty: 'Aucune réponse depuis 14\u00A0jours.' });
  });

  it('says how many of what, in the singular for one', () => {
    const referrals = { toDo: 1200, drafts: 1, answers: [] };
    expect(
      presentHome({ ...NOTHING, referrals }).tasks?.map(({ count, title }) => [count, title]),
    ).toEqual([
      ['1\u202F200', 'orientations à traiter'],
      ['1', 'brouillon à terminer'],
    ]);
    const exchanges = { toConfirm: 1, late: 2, expected: 0 };
    expect(presentHome({ ...NOTHING, exchanges }).tasks?.map(({ title }) => title)).toEqual([
      'fichier à confirmer',
      'fichiers en retard',
    ]);
  });

  it('takes a unit to the view that waits', () => {
    const unit = [
      { kind: 'a-evaluer', href: '/candidatures', count: 3 },
      { kind: 'a-convoquer', href: '/candidatures?onglet=a-convoquer', count: 0 },
    ] as const;
    expect(presentHome({ ...NOTHING, unit }).tasks).toEqual([
      expect.objectContaining({ href: '/candidatures', title: 'candidatures à évaluer' }),
    ]);
  });
});
