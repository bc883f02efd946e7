import { referralStep } from './referral-step.rules.js';

const SILENCE = {
  rung: 'quiet',
  remindedOn: '2026-11-12',
  managerOn: '2026-11-23',
  freedOn: '2026-12-02',
};
const referral = (state: string, referredOn: string | null) => ({
  id: 'one',
  state,
  unit: { code: 'RSMA-RE', name: 'RSMA' },
  missionLocale: { code: '97411S00', name: 'Mission locale Nord' },
  referredOn,
  createdAt: '2026-11-01T08:00:00.000Z',
  silence: referredOn === null ? null : SILENCE,
});

describe('What a referral under way waits for', () => {
  it('is nothing once none is under way', () => {
    expect(referralStep([referral('decided', '2026-11-02'), referral('lapsed', null)])).toBeNull();
  });

  it('is the mission locale while it is a draft, the unit until the other is free', () => {
    expect(referralStep([referral('draft', null)])).toMatchObject({
      inCharge: 'Mission locale Nord',
      dueOn: null,
    });
    expect(referralStep([referral('received', '2026-11-02')])).toEqual({
      inCharge: 'RSMA',
      action: 'Répondre à l’orientation',
      dueOn: '2026-12-02',
      href: '/orientations/one',
    });
  });
});
