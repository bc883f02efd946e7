import fc from 'fast-check';
import { codesOf, parseLocalDate, type Actor, type LocalDate } from '../../kernel/index.js';
import { commandOf, RETURN_ANSWERS, UNREACHABLE } from '../../returns/index.js';
import { invitationTimes } from '../use-cases/invitation-times.js';
import { applicantIssues } from './applicant-issues.rules.js';
import { AGE_BANDS, type AgeBand } from './code-lists.js';
import { decideDirect, type DirectRequest } from './decide-direct.js';
import { DIRECT_STATES, type DirectApplicant } from './direct-applicant.js';
import { placeOf, stateOfPlace } from './place-applicant.rules.js';

const day = (text: string): LocalDate => {
  const read = parseLocalDate(text);
  if (!read) throw new Error(`no such day: ${text}`);
  return read;
};
const identity = {
  birthName: 'PAYET',
  firstNames: ['Léa'],
  birthDate: '2005-03-11',
  usageName: null,
  sex: 'F',
  birthPlaceCode: null,
  birthPlaceLabel: null,
  street: null,
  addressComplement: null,
  postalCode: '97400',
  priorityDistrict: null,
  assessedLevel: null,
  phone: null,
  email: null,
};
const agreement = { agreedOn: day('2026-11-18'), identity };
const today = day('2026-11-22');
const times = invitationTimes(
  { place: { organisationId: 'ml-1', territory: 'RE' }, overrides: [] },
  today,
);
const machineOf = (kind: 'unit' | 'mission-locale'): Actor => ({
  type: 'machine',
  id: 'm-1',
  clientId: 'm-1',
  scopes: [],
  organisation: { id: 'o-1', code: 'O-1', kind },
  channel: { kind: 'api' },
  correlationId: 'c-1',
});
const announced: DirectApplicant = {
  id: 'd-1',
  unitId: 'u-1',
  unitFileNumber: 'RE-1',
  residenceCode: '97411',
  ageBand: '21_23',
  decidedOn: day('2026-11-18'),
  invitedOn: day('2026-11-18'),
  outcome: 'NON_RETENU',
  agreement,
  missionLocaleId: 'ml-1',
  state: 'announced',
  stateOn: day('2026-11-18'),
  answer: null,
  attempts: 0,
  dueOn: day('2026-12-03'),
  saidOn: day('2026-11-18'),
  version: 1,
};
const decide = (over: Partial<DirectRequest>) =>
  decideDirect({
    applicant: announced,
    command: 'answer',
    actor: machineOf('mission-locale'),
    today,
    times,
    ...over,
  });

describe('Where a direct applicant is invited', () => {
  const routed = { state: 'routed', missionLocaleCode: '97411S00' } as const;
  const shared = { state: 'ambiguous', candidates: ['A', 'B'] } as const;
  const caledonia = {
    state: 'outside-network',
    department: '988',
    candidates: ['NC001S00', 'NC002S00'],
  } as const;
  const polynesia = { state: 'outside-network', department: '987', candidates: [] } as const;

  it.each([
    ['the mission locale of the commune', routed, null, 'mission-locale 97411S00'],
    ['the one that the unit chose', routed, '97415S00', 'mission-locale 97415S00'],
    ['a tray, of several', shared, null, 'to-assign A,B'],
    ['the one chosen of several', shared, 'B', 'mission-locale B'],
    ['a tray, of none', { state: 'unresolved' } as const, null, 'to-assign '],
    ['a tray, without a commune', null, null, 'to-assign '],
    ['a tray with the two of New Caledonia', caledonia, null, 'to-assign NC001S00,NC002S00'],
    ['one of the two, chosen', caledonia, 'NC002S00', 'mission-locale NC002S00'],
    ['nowhere in Polynesia', polynesia, null, 'outside-network'],
    ['nowhere in Polynesia, whatever is chosen', polynesia, '97411S00', 'outside-network'],
  ])('is %s', (_, routing, chosenCode, expected) => {
    const place = placeOf({ routing, chosenCode });
    const more = 'code' in place ? ` ${place.code}` : '';
    const named = 'candidates' in place ? ` ${place.candidates.join(',')}` : more;
    expect(`${place.kind}${named}`).toBe(expected);
  });

  it('is told to the mission locale with an agreement and a convention, and never otherwise', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), (hasAgreed, hasConvention) => {
        const place = { kind: 'mission-locale', code: '97411S00' } as const;
        const expected = hasAgreed && hasConvention ? 'announced' : 'invited';
        expect(stateOfPlace(place, hasAgreed, hasConvention)).toBe(expected);
      }),
    );
  });
});

describe('What a unit says of a direct applicant', () => {
  const bornIn = (birthDate: string, ageBand: AgeBand) => ({
    agreement: { ...agreement, identity: { ...identity, birthDate } },
    ageBand,
  });
  const said = {
    ageBand: '21_23',
    decidedOn: day('2026-11-18'),
    invitedOn: day('2026-11-19'),
    agreement,
  } as const;

  it.each([
    ['fine', {}, ''],
    [
      'a decision to come',
      { decidedOn: day('2026-11-25'), invitedOn: day('2026-11-25') },
      'DATE_FUTURE',
    ],
    ['an invitation before it', { invitedOn: day('2026-11-17') }, 'CHRONOLOGIE'],
    [
      'an invitation of six months ago',
      { decidedOn: day('2026-05-22'), invitedOn: day('2026-05-22') },
      'INVITATION_TROP_ANCIENNE',
    ],
    ['another age', { ageBand: '16_17' }, 'INCOHERENT'],
    [
      'an agreement to come',
      { agreement: { ...agreement, agreedOn: day('2026-12-01') } },
      'DATE_FUTURE',
    ],
    ['nothing of who they are', { agreement: null, ageBand: '16_17' }, ''],
    ['a year of birth that may fit', bornIn('2008-00-00', '18_20'), ''],
    ['a year of birth that does not', bornIn('2009-00-00', '18_20'), 'INCOHERENT'],
  ] as const)('may be %s', (_, over, expected) => {
    const issues = applicantIssues({ ...said, ...over }, day('2026-11-22'));
    expect([...new Set(issues.map(({ code }) => code))].join()).toBe(expected);
  });

  it('has one age band for each age it takes', () => {
    expect(codesOf(AGE_BANDS)).toEqual(['16_17', '18_20', '21_23', '24_25']);
  });
});

describe('An invitation', () => {
  it('is answered by the codes of a return, and only once announced', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DIRECT_STATES),
        fc.constantFrom(...codesOf(RETURN_ANSWERS)),
        fc.integer({ min: 0, max: 5 }),
        (state, code, attempts) => {
          const answer = { code, contactedOn: day('2026-11-20') };
          const applicant = { ...announced, state, attempts };
          const isUnreachable = code === UNREACHABLE;
          const decision = decide({ applicant, command: commandOf(code), answer, isUnreachable });
          const isTooSoon = isUnreachable && attempts < 3;
          expect(decision.ok).toBe(state === 'announced' && !isTooSoon);
          if (decision.ok) expect(decision.change.after.answer).toEqual(answer);
        },
      ),
    );
  });

  it('has no answer before the decision', () => {
    const answer = { code: 'RDV_PRIS', contactedOn: day('2026-11-17') } as const;
    expect(decide({ answer })).toEqual({ ok: false, refusal: 'CHRONOLOGIE' });
  });

  it('goes back to the tray of the unit when the young person lives elsewhere, and on to another', () => {
    const answer = { code: 'HORS_TERRITOIRE', contactedOn: day('2026-11-20') } as const;
    const elsewhere = decide({ command: 'declare-elsewhere', answer });
    if (!elsewhere.ok) throw new Error(elsewhere.refusal);
    expect(elsewhere.change.after).toMatchObject({
      ...{ state: 'to-assign', dueOn: '2026-12-07' },
    });
    const placed = { state: 'announced', missionLocaleId: 'ml-2' } as const;
    const actor = machineOf('unit');
    const again = decide({ applicant: elsewhere.change.after, command: 'assign', placed, actor });
    expect(again).toMatchObject({
      ok: true,
      change: { after: { missionLocaleId: 'ml-2', answer: null, dueOn: '2026-12-07' } },
    });
  });

  it('keeps no identity once withdrawn, from wherever it was', () => {
    for (const state of DIRECT_STATES) {
      const applicant = { ...announced, state };
      const decision = decide({ applicant, command: 'withdraw', actor: machineOf('unit') });
      expect(decision.ok).toBe(state !== 'withdrawn');
      if (decision.ok) expect(decision.change.after.agreement).toBeNull();
    }
  });
});
