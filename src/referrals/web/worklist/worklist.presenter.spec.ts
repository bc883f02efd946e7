import { parseLocalDate } from '../../../kernel/index.js';
import type { WorklistView } from '../../domain/worklist.rules.js';
import type { ReferralView } from '../../http/referral.view.js';
import { exportRow } from './worklist-export.js';
import { readSearch } from './worklist-search.js';
import { presentWorklist } from './worklist.presenter.js';

const today = parseLocalDate('2026-11-28')!;
const counts = { 'to-do': 120, 'to-represent': 0, 'in-progress': 3, over: 0, all: 123 };
const units = [{ value: 'RSMA-RE', label: 'RSMA de La Réunion' }];
const outcomeLabel = (code: string) => (code === 'NON_RETENU' ? 'Non retenu' : code);

const ROW: ReferralView = {
  id: '0b6f6ad8-0000-4000-8000-000000000001',
  reference: 'ORI-2026-0A1B2C3D-G',
  state: 'submitted',
  missionLocale: { code: '97411S00', name: 'Mission locale Nord' },
  unit: { code: 'RSMA-RE', name: 'RSMA de La Réunion' },
  youngPerson: {
    id: 'p',
    birthName: 'PAYET',
    usageName: null,
    firstNames: ['Léa', 'Marie'],
    sex: 'F',
    birthDate: '2005-03-11',
    birthPlaceCode: null,
    phone: null,
    email: null,
    address: { street: null, complement: null, postalCode: null, communeCode: null },
    imiloId: null,
    version: 1,
  },
  volunteerType: 'VS',
  trackWish: null,
  diplomaLevel: 'N3',
  support: 'CEJ',
  cejStartsOn: null,
  cejEndsOn: null,
  prerequisites: [],
  informedOn: '2026-11-01',
  noticeVersion: '1',
  referredOn: '2026-11-20',
  submittedAt: '2026-11-20T08:00:00.000Z',
  createdAt: '2026-11-20T08:00:00.000Z',
  outcome: null,
  silence: null,
  isAnsweredLate: false,
  candidacyId: null,
  availableCommands: [],
};

const present = (
  query: object,
  rows: readonly ReferralView[] = [ROW],
  found: Readonly<Record<WorklistView, number>> = counts,
) =>
  presentWorklist({
    search: readSearch(query),
    rows,
    counts: found,
    units,
    today,
    outcomeLabel,
  });

describe('The worklist of a mission locale', () => {
  it('says nothing of the answer of who comes back, and takes that list nowhere', () => {
    const answer = { code: 'NON_RETENU', decidedOn: '2026-08-01', reexaminationOn: null };
    const masked = { ...ROW, state: 'decided', outcome: answer };
    const found = { ...counts, 'to-represent': 1 };
    const told = present({ onglet: 'a-representer' }, [masked], found);

    expect(told.rows).toHaveLength(1);
    expect(told.exportHref).toBeNull();
  });

  it('counts in each tab the view it shows', () => {
    expect(present({}).tabs.map(({ label, count }) => [label, count])).toEqual([
      ['À traiter', 120],
      ['À représenter', 0],
      ['En cours', 3],
      ['Terminées', 0],
      ['Toutes', 123],
    ]);
  });

  it('says which page of how many in its title, and names nobody there', () => {
    const { title } = present({ page: '2', recherche: 'payet' });

    expect(title).toBe('Orientations – À traiter – page 2 sur 3');
    expect(present({ onglet: 'en-cours' }).title).toBe('Orientations – En cours');
  });

  it.each([
    [{}, 'depuis 8\u00A0jours'],
    [{ referredOn: '2026-11-28' }, 'aujourd’hui'],
    [{ state: 'draft', referredOn: null }, 'À transmettre'],
    [{ state: 'decided' }, ''],
    [{ state: 'lapsed' }, ''],
  ])('says of %j how long an answer is due: %j', (change, waited) => {
    expect(present({}, [{ ...ROW, ...change }]).rows[0]?.waited).toBe(waited);
  });

  it('reads a medical outcome like any other refusal, on the page and in the file', () => {
    const outcome = { code: 'NON_RETENU', decidedOn: '2026-11-25', reexaminationOn: null };
    const decided = { ...ROW, state: 'decided', outcome };

    expect(present({}, [decided]).rows[0]?.outcome).toBe('Non retenu');
    expect(exportRow(decided, outcomeLabel)).toEqual([
      'ORI-2026-0A1B2C3D-G',
      'PAYET Léa',
      '2005-03-11',
      'RSMA de La Réunion',
      'Décidée',
      '2026-11-20',
      'NON_RETENU',
      'Non retenu',
      '2026-11-25',
    ]);
  });

  it('writes no formula in the file', () => {
    const person = { ...ROW.youngPerson!, birthName: '=CMD()' };

    expect(exportRow({ ...ROW, youngPerson: person }, outcomeLabel)[1]).toBe("'=CMD() Léa");
  });

  it('shows each filter with the address without it', () => {
    const query = { onglet: 'toutes', recherche: 'payet', etat: 'received', unite: 'RSMA-RE' };
    const { active, clearHref } = present(query);

    expect(active).toEqual([
      { label: '« payet »', href: '/orientations?onglet=toutes&etat=received&unite=RSMA-RE' },
      { label: 'Reçue', href: '/orientations?onglet=toutes&recherche=payet&unite=RSMA-RE' },
      {
        label: 'RSMA de La Réunion',
        href: '/orientations?onglet=toutes&recherche=payet&etat=received',
      },
    ]);
    expect(clearHref).toBe('/orientations?onglet=toutes');
  });

  it('says why a list is empty and what to do', () => {
    const nothing = { 'to-do': 0, 'to-represent': 0, 'in-progress': 0, over: 0, all: 0 };

    expect(present({}, [], nothing).empty.title).toBe('Rien à traiter');
    expect(present({}, [], nothing).exportHref).toBeNull();
    expect(present({ recherche: 'x' }, [], nothing).empty.text).toContain('orthographe');
    expect(present({ page: '9' }, []).empty.title).toBe('Cette page est vide');
  });
});
