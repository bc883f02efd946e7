import {
  Clock,
  parseInstant,
  parseLocalDate,
  UnitOfWork,
  type Actor,
  type LocalDate,
  type Role,
} from '../../kernel/index.js';
import type { Organisation, OrganisationDirectory } from '../../organisations/index.js';
import type { Referral, Referrals } from '../../referrals/index.js';
import type { Candidacy, MedicalConclusion } from '../domain/candidacy.js';
import type { CandidacyCommand } from '../domain/candidacy.machine.js';
import type { OutcomeInput } from '../domain/candidacy.rules.js';
import type { CandidacyChange } from '../domain/decide-candidacy.js';
import type { CandidacyChanges } from './candidacy-changes.js';
import type { Candidacies } from './ports.js';
import type { ReadMedicalConclusions } from './read-medical-conclusions.js';
import { RunCandidacyCommand, type CandidacyCommandInput } from './run-candidacy-command.js';

function on(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (!date) throw new Error(`no day ${text}`);
  return date;
}

/** 20 November in Paris is the 21st in La Réunion already. */
const LATE_EVENING = parseInstant('2026-11-20T21:00:00.000Z')!;
const REFERRED_ON = on('2026-11-10');

function person(role: Role): Actor {
  return {
    type: 'person',
    id: role,
    role,
    organisation: { id: 'unit', code: 'RSMA-RE', kind: 'unit' },
    channel: { kind: 'page' },
    correlationId: 'c',
  };
}
const machine: Actor = {
  type: 'machine',
  id: 'lagon',
  clientId: 'lagon',
  scopes: ['candidacies:write'],
  organisation: { id: 'unit', code: 'RSMA-RE', kind: 'unit' },
  channel: { kind: 'api' },
  correlationId: 'c',
};

const RECEIVED: Candidacy = {
  id: 'one',
  unitId: 'unit',
  missionLocaleId: 'ml',
  referralId: 'referral',
  personId: 'person',
  personOwnerId: 'ml',
  origin: 'ML',
  unitFileNumber: null,
  state: 'received',
  stateOn: REFERRED_ON,
  acknowledgedOn: null,
  convokedOn: null,
  decision: null,
  asOf: null,
  version: 1,
};

const OUTCOME: OutcomeInput = {
  code: 'INAPTE_TEMPORAIRE',
  decidedOn: on('2026-11-20'),
  reexaminationOn: on('2027-01-15'),
  assessedLevel: 'NON_EVALUE',
  plannedIncorporationOn: null,
  contingent: null,
};
const MASKED: Candidacy = {
  ...RECEIVED,
  state: 'decided',
  decision: { ...OUTCOME, code: 'NON_RETENU', decidedOn: on('2026-11-12'), reexaminationOn: null },
};

class SameUnitOfWork extends UnitOfWork {
  override run<T>(_: Actor, work: () => Promise<T>): Promise<T> {
    return work();
  }
}

function service(candidacy: Candidacy | null = RECEIVED, conclusion?: MedicalConclusion) {
  const [written, opened]: [CandidacyChange[], string[]] = [[], []];
  const found = candidacy ? [candidacy] : [];
  const referral = { id: 'referral', referredOn: REFERRED_ON } as Referral;
  const use = new RunCandidacyCommand(
    new SameUnitOfWork(),
    { byIds: async () => found } as Partial<Candidacies> as Candidacies,
    { byIds: async (ids) => ids.map(() => referral) } as Partial<Referrals> as Referrals,
    {
      byId: async () => ({ timeZone: 'Indian/Reunion' }) as Organisation,
    } as Partial<OrganisationDirectory> as OrganisationDirectory,
    {
      write: async (all) => void written.push(...all),
    } as Partial<CandidacyChanges> as CandidacyChanges,
    {
      execute: async ([id = ''], purpose) => {
        opened.push(`${id} for ${purpose}`);
        return new Map(conclusion ? [[id, conclusion]] : []);
      },
    } as Partial<ReadMedicalConclusions> as ReadMedicalConclusions,
    { now: () => LATE_EVENING } satisfies Clock,
  );
  const run = (
    command: CandidacyCommand,
    input: CandidacyCommandInput = {},
    actor: Actor = person('recruiter'),
  ) => use.execute('one', command, input, actor);
  return { run, written, opened };
}

describe('A command of the unit', () => {
  it('takes place today, on the calendar of the unit, unless dated', async () => {
    const { run, written } = service();
    expect(await run('evaluate')).toMatchObject({ stateOn: '2026-11-21' });
    expect(await run('evaluate', { effectiveOn: on('2026-11-15') })).toMatchObject({
      stateOn: '2026-11-15',
      asOf: { on: '2026-11-15', sequence: 0, line: 0 },
    });
    expect(written.map(({ effectiveOn }) => effectiveOn)).toEqual(['2026-11-21', '2026-11-15']);
  });

  it.each<[string, CandidacyCommandInput, string, string]>([
    ['tomorrow', { effectiveOn: on('2026-11-22') }, '/effectiveOn', 'DATE_FUTURE'],
    [
      'two days before the referral',
      { effectiveOn: on('2026-11-08') },
      '/effectiveOn',
      'CHRONOLOGIE',
    ],
  ])('is refused when dated %s', async (_, input, pointer, code) => {
    const { run, written } = service();
    await expect(run('convoke', input)).rejects.toMatchObject({
      code: 'outcome-invalid',
      issues: [{ pointer, code }],
    });
    expect(written).toEqual([]);
  });

  it('may be dated the day before the referral: the two live in different zones', async () => {
    expect(await service().run('convoke', { effectiveOn: on('2026-11-09') })).toMatchObject({
      convokedOn: '2026-11-09',
    });
  });

  it('is refused by the life-cycle with a code', async () => {
    await expect(service().run('reopen')).rejects.toMatchObject({
      code: 'TRANSITION_INTERDITE',
      members: { command: 'reopen', state: 'received' },
    });
  });

  it('does not find what the scope does not show', async () => {
    await expect(service(null).run('evaluate')).rejects.toMatchObject({
      code: 'candidacy-not-found',
    });
  });
});

describe('A decision', () => {
  it('takes the place of the day of the act, and is checked like any', async () => {
    const outcome = { ...OUTCOME, decidedOn: on('2026-11-08') };
    await expect(service().run('decide', { outcome })).rejects.toMatchObject({
      issues: [{ pointer: '/decidedOn', code: 'CHRONOLOGIE' }],
    });
    const incomplete = { ...OUTCOME, reexaminationOn: null };
    await expect(service().run('decide', { outcome: incomplete })).rejects.toMatchObject({
      issues: [{ pointer: '/reexaminationOn', code: 'required' }],
    });
  });

  it.each([
    ['a recruiter', person('recruiter')],
    ['the medical office', person('medical-office')],
  ])('may be medical by %s, and is handed over apart', async (_, actor) => {
    const { run, written } = service();
    await run('decide', { outcome: OUTCOME }, actor);
    expect(written).toMatchObject([
      {
        after: { decision: { code: 'NON_RETENU', reexaminationOn: null } },
        conclusion: { code: 'INAPTE_TEMPORAIRE', reexaminationOn: '2027-01-15' },
      },
    ]);
  });

  it('may not be medical without the right, before anything is read', async () => {
    const { run, opened } = service(MASKED);
    await expect(run('decide', { outcome: OUTCOME }, machine)).rejects.toMatchObject({
      code: 'medical-conclusion-forbidden',
    });
    expect(opened).toEqual([]);
  });
});

describe('The conclusion behind a mask', () => {
  const conclusion: MedicalConclusion = {
    code: 'INAPTE_TEMPORAIRE',
    reexaminationOn: on('2026-11-21'),
  };

  it('is opened for the rule that needs it, and for nothing else', async () => {
    const { run, opened } = service(MASKED, conclusion);
    await run('reopen');
    expect(opened).toEqual(['one for decision']);
    const closing = service(MASKED, conclusion);
    await closing.run('close');
    expect(closing.opened).toEqual([]);
    const plain = service();
    await plain.run('decide', { outcome: OUTCOME });
    expect(plain.opened).toEqual([]);
  });

  it('lets the file be taken up again from its day on only', async () => {
    const { run } = service(MASKED, conclusion);
    expect(await run('reopen')).toMatchObject({ state: 'in-evaluation', decision: null });
    const tooEarly = service(MASKED, { ...conclusion, reexaminationOn: on('2026-11-22') });
    await expect(tooEarly.run('reopen')).rejects.toMatchObject({ code: 'TRANSITION_INTERDITE' });
    const definitive = service(MASKED, { code: 'INAPTE_DEFINITIF', reexaminationOn: null });
    await expect(definitive.run('reopen')).rejects.toMatchObject({ code: 'TRANSITION_INTERDITE' });
  });
});
