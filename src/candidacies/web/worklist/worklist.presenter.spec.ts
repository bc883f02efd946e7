import { parseLocalDate } from '../../../kernel/index.js';
import type { CandidacyState } from '../../domain/candidacy.js';
import type { CandidacyView } from '../../http/candidacy.view.js';
import { readSearch } from './worklist-search.js';
import { presentWorklist } from './worklist.presenter.js';

const today = parseLocalDate('2026-11-28')!;
const counts = new Map<CandidacyState, number>([
  ['received', 120],
  ['convoked', 1],
  ['decided', 3],
  ['closed', 2],
]);
const missionLocales = [{ value: '97411S00', label: 'Mission locale Nord' }];

const ROW: CandidacyView = {
  id: '0b6f6ad8-0000-4000-8000-000000000001',
  reference: 'ORI-2026-0A1B2C3D-G',
  referralId: null,
  unitFileNumber: null,
  state: 'received',
  stateOn: '2026-11-20',
  acknowledgedOn: null,
  convokedOn: null,
  origin: 'ML',
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
  outcome: null,
  createdAt: '2026-11-20T08:00:00.000Z',
  availableCommands: [],
};

const present = (query: object, rows: readonly CandidacyView[] = [ROW], found = counts) =>
  presentWorklist({ search: readSearch(query), rows, counts: found, missionLocales, today });

describe('The worklist', () => {
  it('counts in each tab the states it holds', () => {
    expect(present({}).tabs.map(({ label, count }) => [label, count])).toEqual([
      ['À évaluer', 120],
      ['À convoquer', 0],
      ['Résultat à saisir', 1],
      ['Terminées', 5],
      ['Toutes', 126],
    ]);
  });

  it('says which page of how many in its title, and names nobody there', () => {
    expect(present({ page: '2', recherche: 'payet' }).title).toBe(
      'Candidatures – À évaluer – page 2 sur 3',
    );
    expect(present({ onglet: 'resultat' }).title).toBe('Candidatures – Résultat à saisir');
  });

  it('says since when a file waits', () => {
    expect(present({}).rows[0]).toMatchObject({
      name: 'PAYET Léa',
      birthDate: '11/03/2005',
      from: 'Mission locale Nord',
      since: '20/11/2026',
      waited: 'depuis 8\u00A0jours',
      state: { label: 'Reçue' },
    });
    expect(present({}, [{ ...ROW, stateOn: '2026-11-28' }]).rows[0]?.waited).toBe('aujourd’hui');
  });

  it('reads a medical outcome like any other refusal', () => {
    const outcome = {
      code: 'NON_RETENU',
      decidedOn: '2026-11-20',
      reexaminationOn: null,
      assessedLevel: 'NON_EVALUE',
      plannedIncorporationOn: null,
      contingent: null,
    };

    expect(present({}, [{ ...ROW, state: 'decided', outcome }]).rows[0]?.outcome).toBe(
      'Non retenu',
    );
  });

  it('names a direct applicant by where the candidacy comes from', () => {
    const direct = { ...ROW, missionLocale: null, origin: 'JDC' };

    expect(present({}, [direct]).rows[0]?.from).toBe('Journée défense et citoyenneté');
  });

  it('shows each filter with the address without it', () => {
    const { active, clearHref } = present({
      onglet: 'toutes',
      recherche: 'payet',
      'mission-locale': '97411S00',
      origine: 'ML',
    });

    expect(active).toEqual([
      {
        label: '« payet »',
        href: '/candidatures?onglet=toutes&mission-locale=97411S00&origine=ML',
      },
      {
        label: 'Mission locale Nord',
        href: '/candidatures?onglet=toutes&recherche=payet&origine=ML',
      },
      {
        label: 'Mission locale',
        href: '/candidatures?onglet=toutes&recherche=payet&mission-locale=97411S00',
      },
    ]);
    expect(clearHref).toBe('/candidatures?onglet=toutes');
  });

  it('says why a list is empty and what to do', () => {
    const nothing = new Map<CandidacyState, number>();

    expect(present({}, [], nothing).empty.title).toBe('Rien à faire ici');
    expect(present({ onglet: 'toutes' }, [], nothing).empty.title).toBe('Aucune candidature');
    expect(present({ recherche: 'x' }, [], nothing).empty.text).toContain('orthographe');
    expect(present({ page: '9' }, []).empty.title).toBe('Cette page est vide');
  });
});
