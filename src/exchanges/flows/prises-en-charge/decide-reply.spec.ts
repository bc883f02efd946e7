import { parseLocalDate, type FileActor, type LocalDate } from '../../../kernel/index.js';
import type { Organisation } from '../../../organisations/index.js';
import { openedReturn, type NamedReturn, type ReturnEpisode } from '../../../returns/index.js';
import type { ReplyRow } from './columns.js';
import { decideReply, type Reply, type ReplyContext } from './decide-reply.js';

// The fate of a row by where the return it names has got to meanwhile (exchange.md 7.a, transition table).

function on(text: string): LocalDate {
  const day = parseLocalDate(text);
  if (!day) throw new Error(`no day ${text}`);
  return day;
}

const BOOK = { place: { organisationId: 'ml', territory: 'RE' }, overrides: [] } as const;
const ORGANISATION = { id: 'ml', code: '97411S00', kind: 'mission-locale' } as const;
const ACTOR: FileActor = {
  type: 'file',
  id: 'file',
  scopes: [],
  organisation: ORGANISATION,
  channel: { kind: 'file', fileId: 'file', line: null },
  correlationId: 'c',
};
const CONTEXT: ReplyContext = {
  actor: ACTOR,
  emitter: ORGANISATION as unknown as Organisation,
  today: on('2028-03-03'),
  fileId: 'file',
  isReplacing: false,
  book: BOOK,
};
const LEFT_ON = on('2028-01-10');
const OPENED = openedReturn(
  {
    id: 'return',
    volunteerId: 'volunteer',
    unitId: 'unit',
    missionLocaleId: 'ml',
    predecessorId: null,
    state: 'open',
    stateOn: LEFT_ON,
    cause: 'dropout',
    endsOn: LEFT_ON,
    countsFrom: LEFT_ON,
    answer: null,
    attempts: 0,
    deadline: null,
    escalation: 'adviser',
    escalatesOn: null,
    asOf: null,
    version: 1,
  },
  LEFT_ON,
  BOOK,
);
const ANSWERED = {
  state: 'closed',
  answer: { code: 'RDV_PRIS', contactedOn: on('2028-02-29') },
  asOf: { on: on('2028-02-29'), sequence: 1, line: 2 },
} as const;

/** The photo of February, whose last day is the 29th. */
function reply(over: Partial<ReplyRow> = {}): Reply {
  const row = {
    identifiant_ligne: 1,
    type_ligne: 'SITUATION',
    reference_orientation: null,
    date_sortie: LEFT_ON,
    date_contact: on('2028-02-29'),
    code_prise_en_charge: 'RDV_PRIS',
    ...over,
  } as ReplyRow;
  return { line: 2, row, asOf: { on: on('2028-02-29'), sequence: 2, line: 2 } };
}

function fateOf(over: Partial<ReturnEpisode>, row: Partial<ReplyRow> = {}): readonly string[] {
  const episode = { ...OPENED, ...over };
  const named = { episode, reference: null } as NamedReturn;
  const { fate, change } = decideReply(reply(row), named, [], CONTEXT);
  const [anomaly] = fate.anomalies;
  return [
    fate.state,
    anomaly ? [anomaly.code, anomaly.column, anomaly.precision].filter(Boolean).join(' ') : '-',
    change?.after.state ?? 'stays',
  ];
}

const CLOSES = ['A', '-', 'closed'];
const TRIES = ['A', '-', 'acknowledged'];
const ANOTHER = { code_prise_en_charge: 'NE_SOUHAITE_PAS' } as const;
const NOBODY = { code_prise_en_charge: 'CONTACTE_SANS_RETOUR' } as const;
const FORBIDDEN = ['R', 'TRANSITION_INTERDITE code_prise_en_charge', 'stays'];

describe('A row that comes', () => {
  it.each<[string, Partial<ReturnEpisode>, Partial<ReplyRow>, readonly string[]]>([
    ['in time', {}, {}, CLOSES],
    ['once the manager was called', { escalation: 'manager' }, {}, CLOSES],
    ['once the region was', { escalation: 'arml', escalatesOn: null }, {}, CLOSES],
    ['with a try, once the region was', { escalation: 'arml', escalatesOn: null }, NOBODY, TRIES],
    ['once it was taken up', { state: 'acknowledged' }, {}, CLOSES],
    ['once the unit took the exit back', { state: 'acknowledged', cause: null }, {}, CLOSES],
    ['to say again what closed it', ANSWERED, {}, ['I', '-', 'stays']],
    [
      'to say something else of what is closed',
      ANSWERED,
      ANOTHER,
      ['R', 'TRANSITION_INTERDITE code_prise_en_charge RETOUR_CLOS', 'stays'],
    ],
    ['to correct what closed it', ANSWERED, { ...ANOTHER, type_ligne: 'CORRECTION' }, CLOSES],
    [
      'after something more recent was said',
      { ...ANSWERED, asOf: { on: on('2028-03-31'), sequence: 1, line: 2 } },
      ANOTHER,
      ['P', '-', 'stays'],
    ],
    ['once another mission locale goes on', { state: 'transferred' }, {}, FORBIDDEN],
    ['once the exit was taken back, untouched', { state: 'cancelled' }, {}, FORBIDDEN],
    ['before the exit', { state: 'prepared' }, {}, FORBIDDEN],
    [
      'to say unreachable, too soon, however late',
      { escalation: 'arml', escalatesOn: null },
      { code_prise_en_charge: 'INJOIGNABLE_APRES_RELANCES' },
      ['R', 'TRANSITION_INTERDITE code_prise_en_charge TROP_PEU_DE_RELANCES', 'stays'],
    ],
    [
      'to say unreachable, after enough tries',
      { state: 'acknowledged', attempts: 3 },
      { code_prise_en_charge: 'INJOIGNABLE_APRES_RELANCES' },
      CLOSES,
    ],
  ])('%s', (_, episode, row, fate) => {
    expect(fateOf(episode, row)).toEqual(fate);
  });
});
