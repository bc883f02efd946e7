import fc from 'fast-check';
import { parseLocalDate, type FileActor, type LocalDate } from '../../../kernel/index.js';
import type { Organisation } from '../../../organisations/index.js';
import { openedReturn, type ReturnAct, type ReturnEpisode } from '../../../returns/index.js';
import type { Reply, ReplyContext } from './decide-reply.js';
import { foldReplies } from './fold-replies.js';
import type { ReplyRow } from './columns.js';

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
  today: on('2027-01-03'),
  fileId: 'file',
  isReplacing: false,
  book: BOOK,
};

const EPISODE: ReturnEpisode = {
  id: 'return',
  volunteerId: 'volunteer',
  unitId: 'unit',
  missionLocaleId: 'ml',
  predecessorId: null,
  state: 'open',
  stateOn: on('2026-11-25'),
  cause: 'dropout',
  endsOn: on('2026-11-25'),
  countsFrom: on('2026-11-25'),
  answer: null,
  attempts: 0,
  deadline: null,
  escalation: 'adviser',
  escalatesOn: null,
  asOf: null,
  version: 1,
};
const OPENED = openedReturn(EPISODE, on('2026-11-25'), BOOK);

/** A row of a month, by the number of its file. */
function reply(
  sequence: number,
  month: '2026-11' | '2026-12',
  code: ReplyRow['code_prise_en_charge'],
  contactedOn: string,
  type: ReplyRow['type_ligne'] = 'SITUATION',
): Reply {
  const row = {
    type_ligne: type,
    date_contact: on(contactedOn),
    code_prise_en_charge: code,
  } as ReplyRow;
  const asOf = { on: on(month === '2026-11' ? '2026-11-30' : '2026-12-31'), sequence, line: 2 };
  return { line: 2, row, asOf };
}

function folded(replies: readonly Reply[], acts: readonly ReturnAct[] = []) {
  return foldReplies(OPENED, { replies, acts }, CONTEXT);
}

const TRIED = reply(1, '2026-11', 'CONTACTE_SANS_RETOUR', '2026-11-26');
const REACHED = reply(2, '2026-12', 'RDV_PRIS', '2026-12-04');

describe('Replies told anew', () => {
  it('make of a return what they say, in their order', () => {
    const { episode, refused } = folded([REACHED, TRIED]);
    expect(episode).toMatchObject({ state: 'closed', attempts: 1, answer: { code: 'RDV_PRIS' } });
    expect(refused.size).toBe(0);
  });

  it('leave it open when there is none', () => {
    expect(folded([]).episode).toEqual(OPENED);
  });

  it('refuse what comes after an answer and says something else', () => {
    const other = reply(3, '2026-12', 'NE_SOUHAITE_PAS', '2026-12-05');
    const { episode, refused } = folded([TRIED, REACHED, other]);
    expect(episode.answer?.code).toBe('RDV_PRIS');
    expect(refused.get(other)).toMatchObject({ precision: 'RETOUR_CLOS' });
  });

  it('put a correction in the place of what was said last of its month', () => {
    const corrected = reply(3, '2026-11', 'COORDONNEES_INCORRECTES', '2026-11-26', 'CORRECTION');
    const { episode } = folded([TRIED, corrected]);
    expect(episode).toMatchObject({ attempts: 1, answer: { code: 'COORDONNEES_INCORRECTES' } });
  });

  it('keep what a correction that is refused would have replaced', () => {
    const refusedOne = reply(
      3,
      '2026-11',
      'INJOIGNABLE_APRES_RELANCES',
      '2026-11-26',
      'CORRECTION',
    );
    const { episode, refused } = folded([TRIED, refusedOne]);
    expect(episode).toMatchObject({ attempts: 1, answer: { code: 'CONTACTE_SANS_RETOUR' } });
    expect(refused.get(refusedOne)).toMatchObject({ precision: 'TROP_PEU_DE_RELANCES' });
  });

  it('keep what an adviser did between two files', () => {
    const act: ReturnAct = {
      episodeId: 'return',
      command: 'record-attempt',
      effectiveOn: on('2026-12-02'),
      answer: { code: 'CONTACTE_SANS_RETOUR', contactedOn: on('2026-12-02') },
      asOf: { on: on('2026-12-02'), sequence: 0, line: 0 },
    };
    expect(folded([REACHED, TRIED], [act]).episode).toMatchObject({ state: 'closed', attempts: 2 });
  });

  it('are one return whatever the order they are given in', () => {
    const codes = ['CONTACTE_SANS_RETOUR', 'HORS_TERRITOIRE', 'RDV_PRIS', 'REORIENTATION'] as const;
    const rows = fc
      .array(
        fc.record({
          month: fc.constantFrom('2026-11' as const, '2026-12' as const),
          code: fc.constantFrom(...codes, 'INJOIGNABLE_APRES_RELANCES' as const),
          day: fc.integer({ min: 25, max: 30 }),
          type: fc.constantFrom('SITUATION' as const, 'SITUATION' as const, 'CORRECTION' as const),
        }),
        { minLength: 1, maxLength: 8 },
      )
      .map((wishes) =>
        wishes.map(({ month, code, day, type }, at) =>
          reply(at + 1, month, code, `${month}-${day}`, type),
        ),
      );
    const shuffled = rows.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        const first = folded(all);
        const second = folded(other);
        expect(second.episode).toEqual(first.episode);
        expect(new Set(second.refused.keys())).toEqual(new Set(first.refused.keys()));
      }),
    );
  });
});
