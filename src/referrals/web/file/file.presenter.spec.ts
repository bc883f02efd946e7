import { parseInstant, parseLocalDate } from '../../../kernel/index.js';
import type { ReferralView } from '../../http/referral.view.js';
import { lastChange, presentFile } from './file.presenter.js';
import type { ReferralFile } from './referral-files.js';

const VIEW: ReferralView = {
  id: '0b6f6ad8-0000-4000-8000-000000000001',
  reference: 'ORI-2026-0A1B2C3D-G',
  state: 'submitted',
  missionLocale: { code: '97411S00', name: 'Mission locale Nord' },
  unit: { code: 'RSMA-RE', name: 'RSMA de La Réunion' },
  youngPerson: null,
  volunteerType: 'VS',
  trackWish: null,
  diplomaLevel: 'N3',
  support: 'PACEA',
  cejStartsOn: null,
  cejEndsOn: null,
  prerequisites: ['JDC_A_JOUR', 'MOBILITE'],
  informedOn: '2026-11-01',
  noticeVersion: '1',
  referredOn: '2026-11-20',
  submittedAt: '2026-11-20T08:00:00.000Z',
  createdAt: '2026-11-20T08:00:00.000Z',
  outcome: null,
  silence: null,
  isAnsweredLate: false,
  candidacyId: null,
  availableCommands: ['withdraw', 'lapse'],
};
const EVENT = {
  command: 'submit',
  from: 'draft',
  to: 'submitted',
  effectiveOn: '2026-11-20',
  recordedAt: parseInstant('2026-11-20T21:00:00Z')!,
  role: 'ml-adviser',
  organisation: { code: '97411S00', name: 'Mission locale Nord' },
  channel: 'page',
  replacedOutcome: null,
};
const FILE: ReferralFile = {
  view: VIEW,
  person: [],
  step: null,
  version: 2,
  checklist: [],
  history: [
    EVENT,
    { ...EVENT, command: 'receive', role: 'unit-file', organisation: null, channel: 'file' },
  ],
  outcomeLabel: null,
  labelOf: (code) => (code === 'AJOURNE' ? 'Ajourné' : 'Non retenu'),
  support: { contracts: [], recordHref: '/cej/jeune/1' },
  conclusion: null,
  timeZone: 'Indian/Reunion',
  today: parseLocalDate('2026-11-28')!,
};
const withView = (change: Partial<ReferralView>): ReferralFile => ({
  ...FILE,
  view: { ...VIEW, ...change },
});

describe('The page of a referral', () => {
  it('offers what the life-cycle lets pass, what comes next first', () => {
    const actions = (availableCommands: string[]) =>
      presentFile(withView({ availableCommands })).actions.map(({ href }) =>
        href.split('/').at(-1),
      );

    expect(actions(['withdraw', 'lapse'])).toEqual(['sans-reponse', 'retrait']);
    expect(actions(['withdraw', 'submit'])).toEqual(['transmission', 'retrait']);
    expect(actions([])).toEqual([]);
  });

  it.each([
    ['draft', null, 'À faire', 'transmettez-le'],
    ['submitted', '2026-11-20', 'Et maintenant', 'doit accuser réception'],
    ['received', '2026-11-20', 'Et maintenant', 'étudie le dossier'],
    ['decided', '2026-10-01', 'Et maintenant', 'informez le jeune'],
    ['withdrawn', '2026-10-01', 'Et maintenant', 'retirée'],
    ['lapsed', '2026-10-01', 'Et maintenant', 'ailleurs'],
  ])('says who must act when it is %s since %s', (state, referredOn, title, words) => {
    const { toDo } = presentFile(withView({ state, referredOn }));

    expect(toDo).toMatchObject({ title, isDue: title === 'À faire' });
    expect(toDo.text).toContain(words);
  });

  it.each([
    ['quiet', 'Et maintenant', 'doit accuser réception. Rien n’est attendu', null],
    ['reminded', 'Et maintenant', 'relancée depuis le 9 novembre 2026', null],
    ['manager', 'Et maintenant', 'son responsable alerté depuis le 19 novembre 2026', null],
    ['freed', 'À faire', 'pas répondu depuis 30\u00A0jours', 'Proposer à une autre unité'],
  ])('tells the silence that is %s, and what it allows', (rung, title, words, again) => {
    const days = { remindedOn: '2026-11-09', managerOn: '2026-11-19', freedOn: '2026-11-30' };
    const silence = { rung, ...days };
    const told = presentFile(withView({ state: 'submitted', referredOn: '2026-10-29', silence }));

    expect([told.toDo.title, told.again]).toEqual([title, again]);
    expect(told.toDo.text).toContain(words);
    expect(told.toDo.text).not.toContain('refusée');
  });

  it('says of an answer that it came late, and of no other', () => {
    const outcome = { code: 'AJOURNE', decidedOn: '2026-11-25', reexaminationOn: null };
    const labels = (isAnsweredLate: boolean) =>
      presentFile(withView({ state: 'decided', outcome, isAnsweredLate })).outcome?.map(
        ({ label }) => label,
      );

    expect(labels(true)).toContain('Délai');
    expect(labels(false)).not.toContain('Délai');
  });

  it('tells the history of both sides, the latest first, on the clock of the mission locale', () => {
    const { history } = presentFile(FILE);

    expect(history.map(({ title, who }) => [title, who])).toEqual([
      ['Réception accusée par l’unité', expect.stringContaining('par fichier')],
      ['Orientation transmise', expect.stringMatching(/^Mission locale Nord, .+, sur Passerelle$/)],
    ]);
    expect(history[1]?.when).toBe('21 novembre 2026 à 1\u00A0h\u00A000');
    expect(lastChange(FILE)).toMatch(/^Réception accusée par l’unité – .*par fichier, le 21 /);
    expect(lastChange({ ...FILE, history: [] })).toBe('aucun.');
  });

  it('tells an answer that another replaced, before and after', () => {
    const before = { code: 'AJOURNE', decidedOn: '2026-11-25', reexaminationOn: '2027-03-01' };
    const after = { code: 'NON_RETENU', decidedOn: '2026-11-27', reexaminationOn: null };
    const replaced = { ...EVENT, command: 'decide', replacedOutcome: { before, after } };

    expect(presentFile({ ...FILE, history: [replaced] }).history[0]?.details?.slice(1)).toEqual([
      [
        'Résultat avant',
        'Ajourné, décision du 25 novembre 2026, réexamen à partir du 1er mars 2027',
      ],
      ['Résultat après', 'Non retenu, décision du 27 novembre 2026'],
    ]);
  });

  it('says the answer in words, and nothing where there is none', () => {
    const outcome = { code: 'AJOURNE', decidedOn: '2026-11-25', reexaminationOn: '2027-03-01' };
    const decided = { ...withView({ state: 'decided', outcome }), outcomeLabel: 'Ajourné' };

    expect(presentFile(FILE).outcome).toBeNull();
    expect(presentFile(decided).outcome).toEqual([
      { label: 'Réponse', value: 'Ajourné' },
      { label: 'Décision du', value: '25 novembre 2026' },
      { label: 'Réexamen à partir du', value: '1er mars 2027' },
    ]);
  });

  it('says when each prerequisite was ticked and by whom, and which are not', () => {
    const tickedOn = parseLocalDate('2026-11-18')!;
    const tick = { code: 'JDC_A_JOUR', tickedOn, role: 'ml-adviser', channel: 'page' } as const;
    const { checklist } = presentFile({
      ...FILE,
      checklist: [
        { code: 'JDC_A_JOUR', isAsked: true, isTicked: true, tick },
        { code: 'MOBILITE', isAsked: false, isTicked: true, tick: null },
        { code: 'PROJET_VALIDE', isAsked: true, isTicked: false, tick: null },
        { code: 'PERMIS_EN_COURS', isAsked: false, isTicked: false, tick: null },
      ],
    });

    expect(checklist.map(({ value }) => value)).toEqual([
      'Coché le 18 novembre 2026 (conseil aux jeunes)',
      'Transmis le 20 novembre 2026',
      'Non coché',
      'Non coché (facultatif)',
    ]);
  });
});
