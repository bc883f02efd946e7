import fc from 'fast-check';
import { localDate, type Actor, type AsOf, type LocalDate } from '../../../kernel/index.js';
import {
  decideCandidacy,
  isMasked,
  type Candidacy,
  type MedicalConclusion,
} from '../../../candidacies/index.js';
import { compileRowCheck, headersOf, sampleCells, type CheckContext } from '../../flow/index.js';
import type { AnswerRow } from './columns.js';
import { SUITES } from './flow.js';
import { outcomeOf, planCommands, type AnswerPlan } from './plan-commands.js';

const CONTEXT: CheckContext = {
  on: localDate(2027, 6, 1),
  emitterCode: null,
  communes: { isKnown: () => true, isFormer: () => false, successorOf: () => undefined },
  references: { standingOf: () => ({ standing: 'current' }) },
};
const HEADERS = headersOf(SUITES);
const [SAMPLE = []] = sampleCells(SUITES);
const check = compileRowCheck(SUITES, CONTEXT);

/** A row the checks accept. */
function row(over: Readonly<Record<string, string>>): AnswerRow {
  const own: Record<string, string> = { ...UNDECIDED, ...over };
  const reading = check(
    HEADERS.map((header, at) => own[header] ?? SAMPLE[at] ?? ''),
    2,
  );
  if (!reading.isAccepted) throw new Error(JSON.stringify(reading.anomalies));
  return reading.row;
}

const UNDECIDED = {
  code_suite: '',
  date_suite: '',
  date_reexamen: '',
  niveau_evalue: '',
  date_incorporation_prevue: '',
  contingent: '',
};
const received = (date_etat = '2026-11-05') => row({ etat_candidature: 'RECUE', date_etat });
const evaluated = (date_etat = '2026-11-10') =>
  row({ etat_candidature: 'EN_EVALUATION', date_etat });
const convoked = (date_etat = '2026-11-12') => row({ etat_candidature: 'CONVOQUEE', date_etat });
const decided = (over: Readonly<Record<string, string>> = {}, etat_candidature = 'DECIDEE') =>
  row({
    etat_candidature,
    date_etat: '2026-11-17',
    code_suite: 'AJOURNE',
    date_suite: '2026-11-17',
    date_reexamen: '2026-12-01',
    niveau_evalue: 'MEDIOCRE',
    ...over,
  });
const closed = (date_etat = '2026-11-20') => row({ etat_candidature: 'CLOSE', date_etat });

const unit: Actor = {
  type: 'file',
  id: 'file',
  scopes: ['medical-conclusion'],
  organisation: { id: 'unit', code: 'RSMA-RE', kind: 'unit' },
  channel: { kind: 'file', fileId: 'file', line: 2 },
  correlationId: 'c',
};

const RECEIVED: Candidacy = {
  id: 'candidacy',
  unitId: 'unit',
  missionLocaleId: 'ml',
  referralId: 'referral',
  personId: 'person',
  personOwnerId: 'ml',
  origin: 'ML',
  unitFileNumber: null,
  state: 'received',
  stateOn: localDate(2026, 11, 2),
  acknowledgedOn: null,
  convokedOn: null,
  decision: null,
  asOf: null,
  version: 1,
};

const photo = (day: LocalDate, sequence = 1): AsOf => ({ on: day, sequence, line: 2 });
const END = localDate(2026, 12, 31);

/** The candidacy once a row was applied, with the conclusion kept apart. */
interface Known {
  readonly candidacy: Candidacy;
  readonly medical: MedicalConclusion | null;
}

function plan({ candidacy, medical }: Known, said: AnswerRow, asOf = photo(END)): AnswerPlan {
  return planCommands(candidacy, said, asOf, isMasked(candidacy.decision) ? medical : null);
}

/** Applies a row as the flow does; nothing when a command is refused. */
function apply(known: Known, said: AnswerRow, asOf = photo(END)): Known | undefined {
  const planned = plan(known, said, asOf);
  if (planned.kind !== 'commands') return known;
  let { candidacy, medical } = known;
  for (const command of planned.commands) {
    const outcome = command === 'decide' ? outcomeOf(said) : null;
    const decision = decideCandidacy({
      candidacy,
      command,
      actor: unit,
      effectiveOn: outcome?.decidedOn ?? said.date_etat,
      today: localDate(2027, 6, 1),
      asOf,
      unitFileNumber: said.numero_dossier_unite,
      ...(outcome ? { outcome } : {}),
      medical: isMasked(candidacy.decision) ? medical : null,
    });
    if (!decision.ok) return undefined;
    candidacy = decision.change.after;
    medical = decision.change.conclusion ?? medical;
  }
  return { candidacy, medical };
}

/** A candidacy to which these rows were applied. */
function after(...rows: AnswerRow[]): Known {
  return rows.reduce<Known>(
    (known, said) => {
      const next = apply(known, said);
      if (!next) throw new Error(`refused: ${said.etat_candidature}`);
      return next;
    },
    { candidacy: RECEIVED, medical: null },
  );
}

const commandsOf = (known: Known, said: AnswerRow) => {
  const planned = plan(known, said);
  return planned.kind === 'commands' ? planned.commands : planned.kind;
};

describe('The commands of a row', () => {
  it.each<[string, Known, AnswerRow, readonly string[] | string]>([
    ['a first acknowledgement', after(), received(), ['acknowledge']],
    ['a second one', after(received()), received('2026-11-06'), 'unchanged'],
    ['an evaluation', after(), evaluated(), ['evaluate']],
    ['the same evaluation', after(evaluated()), evaluated(), 'unchanged'],
    ['an evaluation since another day', after(evaluated()), evaluated('2026-11-11'), ['evaluate']],
    ['a convocation that skips it', after(), convoked(), ['convoke']],
    ['the same convocation', after(convoked()), convoked(), 'unchanged'],
    ['another convocation', after(convoked()), convoked('2026-11-13'), ['convoke']],
    ['a decision that skips all', after(), decided(), ['decide']],
    ['the same decision', after(decided()), decided(), 'unchanged'],
    ['a later decision', after(decided()), decided({ date_suite: '2026-11-16' }), ['decide']],
    ['another level', after(decided()), decided({ niveau_evalue: 'EFFICACE' }), ['decide']],
    ['a new examination', after(decided()), evaluated('2026-12-02'), ['reopen']],
    ['a convocation after it', after(decided()), convoked('2026-12-02'), ['reopen', 'convoke']],
    ['a closing', after(), closed(), ['close']],
    ['a closing after a decision', after(decided()), closed(), ['close']],
    ['a closing that repeats it', after(decided()), decided({}, 'CLOSE'), ['close']],
    ['a closing that tells it', after(), decided({}, 'CLOSE'), ['decide', 'close']],
    ['the same closing', after(closed()), closed('2026-11-21'), 'unchanged'],
    ['a closed file under another number', after(closed()), closed(), 'unchanged'],
    ['a closing that told it', after(decided({}, 'CLOSE')), decided({}, 'CLOSE'), 'unchanged'],
    ['what comes after a closing', after(closed()), evaluated('2026-12-02'), ['evaluate']],
  ])('%s', (_, known, said, expected) => {
    expect(commandsOf(known, said)).toEqual(expected);
  });

  it('are none when something more recent is known, unless it says the same', () => {
    const known = apply({ candidacy: RECEIVED, medical: null }, decided(), photo(END));
    if (!known) throw new Error('applied');
    const earlier = photo(localDate(2026, 11, 30));
    expect(plan(known, convoked(), earlier)).toEqual({ kind: 'stale' });
    expect(plan(known, decided(), earlier)).toEqual({ kind: 'unchanged' });
  });

  it('bring a number to a file that has none, in every state', () => {
    for (const said of [received(), evaluated(), convoked(), decided()]) {
      const known = after(said);
      const numberless = { ...known, candidacy: { ...known.candidacy, unitFileNumber: null } };
      expect(plan(numberless, said).kind).toBe('commands');
      expect(apply(numberless, said)?.candidacy.unitFileNumber).toBe(said.numero_dossier_unite);
    }
  });
});

describe('The outcome of a row', () => {
  it('is none without a code and its date', () => {
    expect(outcomeOf(evaluated())).toBeNull();
  });

  it.each([
    ['a day', '2027-01-15', '2027-01-15'],
    ['a month to come', '2027-02', '2027-02-01'],
    ['the month of the decision', '2026-11', '2026-11-18'],
  ])('may be examined again from %s', (_, again, day) => {
    expect(outcomeOf(decided({ date_reexamen: again }))?.reexaminationOn).toBe(day);
  });
});

describe('A medical conclusion', () => {
  const unfit = decided({ code_suite: 'INAPTE_TEMPORAIRE', date_reexamen: '2027-01-15' });

  it('is recognised behind its mask by whoever was given it', () => {
    const known = after(unfit);
    expect(known.candidacy.decision).toMatchObject({ code: 'NON_RETENU', reexaminationOn: null });
    expect(plan(known, unfit).kind).toBe('unchanged');
    const later = decided({ code_suite: 'INAPTE_TEMPORAIRE', date_reexamen: '2027-02-15' });
    expect(plan(known, later)).toEqual({ kind: 'commands', commands: ['decide'] });
  });

  it('is not taken for a selection, nor for itself without being opened', () => {
    const known = after(unfit);
    const selection = decided({ code_suite: 'NON_RETENU_SELECTION', date_reexamen: '' });
    expect(plan(known, selection).kind).toBe('commands');
    expect(plan({ ...known, medical: null }, unfit).kind).toBe('commands');
  });
});

describe('Applying what a row asks', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((at) => `2026-11-${String(at).padStart(2, '0')}`);
  const anyRow = fc.oneof(
    day.map(received),
    day.map(evaluated),
    day.map(convoked),
    day.map(closed),
    fc
      .record({
        date_suite: day,
        date_reexamen: fc.constantFrom('2026-12', '2027-01-15'),
        code_suite: fc.constantFrom('AJOURNE', 'INAPTE_TEMPORAIRE'),
        etat: fc.constantFrom('DECIDEE', 'CLOSE'),
      })
      .map(({ etat, ...over }) => decided({ ...over, date_etat: over.date_suite }, etat)),
    day.map((date_suite) =>
      decided({ date_suite, date_etat: date_suite, code_suite: 'ABSENT', date_reexamen: '' }),
    ),
  );

  it('makes it unchanged, whatever was applied before', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 8 }), anyRow, (history, said) => {
        let known: Known = { candidacy: RECEIVED, medical: null };
        for (const earlier of history) known = apply(known, earlier) ?? known;
        const applied = apply(known, said);
        fc.pre(applied !== undefined);
        expect(plan(applied ?? known, said)).toEqual({ kind: 'unchanged' });
      }),
    );
  });
});
