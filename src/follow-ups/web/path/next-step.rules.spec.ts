import { localDate } from '../../../kernel/index.js';
import { stepLater, stepNow, type KnownPath } from './next-step.rules.js';

const NOTHING: KnownPath = { returns: [], services: [], awaited: [], followUps: [] };
const ML = { code: '97411S00', name: 'Mission locale Nord' };
const UNIT = { code: 'RSMA-RE', name: 'RSMA' };
const back = (state: string, missionLocale: typeof ML | null = ML) => ({
  id: 'return',
  state,
  missionLocale,
  unit: UNIT,
  next: {
    rule: 'return-acknowledge',
    label: 'Accuser réception du retour',
    dueOn: '2026-11-25',
    isLate: false,
    explanation: '',
  },
});
const service = (state: 'in-service' | 'postponed' | 'exited') => ({
  unit: 'RSMA',
  volunteer: {
    id: 'service',
    state,
    incorporatedOn: localDate(2026, 11, 2),
    plannedEndOn: localDate(2027, 7, 31),
    exit: null,
  },
});
const awaited = {
  unit: 'RSMA',
  awaited: {
    candidacyId: 'c',
    personId: 'p',
    missionLocaleId: 'm',
    unitId: 'u',
    origin: 'ORIENTATION',
    unitFileNumber: null,
    plannedIncorporationOn: null,
  },
};
const followUp = (state: string, milestone: string) => ({
  volunteerId: 'service',
  milestone,
  state,
  reference: null,
  unitFileNumber: null,
  missionLocale: ML,
  unit: UNIT,
  youngPerson: null,
  exitedOn: '2026-08-20',
  exitSituation: null,
  dueOn: '2026-11-20',
  opensOn: '2026-10-06',
  closesOn: '2027-01-04',
  answer: null,
  availableCommands: [],
});

describe('What is next for somebody', () => {
  it('is nothing of which nothing is known', () => {
    expect([stepNow(NOTHING), stepLater(NOTHING)]).toEqual([null, null]);
  });

  it('is the return before the service, and the unit’s while no mission locale follows', () => {
    const both = { ...NOTHING, returns: [back('open')], services: [service('in-service')] };
    expect(stepNow(both)).toMatchObject({ inCharge: ML.name, dueOn: '2026-11-25' });
    expect(stepNow({ ...NOTHING, returns: [back('open', null)] })?.inCharge).toBe('RSMA');
  });

  it.each([
    ['in-service', '2027-07-31'],
    ['postponed', '2026-11-02'],
  ] as const)('is the unit’s for somebody %s, whatever is only prepared', (state, dueOn) => {
    const path = { ...NOTHING, returns: [back('prepared')], services: [service(state)] };
    expect(stepNow(path)).toMatchObject({ inCharge: 'RSMA', dueOn });
  });

  it('is an incorporation to come, dated or not', () => {
    expect(stepNow({ ...NOTHING, awaited: [awaited] })).toMatchObject({ dueOn: null });
  });

  it('is later the milestone that is asked, before those to come', () => {
    const followUps = [followUp('upcoming', 'M6'), followUp('open', 'M3')];
    const path = {
      ...NOTHING,
      services: [service('exited')],
      returns: [back('closed')],
      followUps,
    };
    expect(stepNow(path)).toBeNull();
    expect(stepLater(path)).toMatchObject({
      action: 'Renseigner le devenir à 3 mois',
      dueOn: '2027-01-04',
      href: '/devenirs/service/M3',
    });
    expect(stepLater({ ...NOTHING, followUps: [followUp('upcoming', 'M6')] })).toMatchObject({
      dueOn: '2026-11-20',
      href: '/volontaires/service',
    });
  });
});
