import { parseInstant, parseLocalDate } from '../../../kernel/index.js';
import type { CandidacyView } from '../../http/candidacy.view.js';
import type { CandidacyFile, NamedEvent } from './candidacy-files.js';
import { presentFile } from './file.presenter.js';

const dayOf = (text: string) => parseLocalDate(text)!;
const VIEW = {
  id: 'un',
  state: 'convoked',
  youngPerson: null,
  missionLocale: null,
  outcome: null,
  acknowledgedOn: '2026-11-01',
  convokedOn: '2026-12-02',
  origin: 'DIRECT',
  availableCommands: [],
} as unknown as CandidacyView;

const event = (
  command: string,
  from: NamedEvent['from'],
  to: NamedEvent['to'],
  on: string,
): NamedEvent =>
  ({
    command,
    from,
    to,
    effectiveOn: dayOf(on),
    recordedAt: parseInstant('2026-11-20T08:00:00.000Z'),
    isCorrection: false,
    role: 'recruiter',
    channel: 'page',
    organisationName: 'RSMA de La Réunion',
  }) as unknown as NamedEvent;

const historyOf = (...events: NamedEvent[]) => {
  const file = {
    view: VIEW,
    version: 3,
    events,
    person: [],
    referral: null,
    service: null,
    lookalikesHref: null,
    contact: [],
    timeZone: 'Indian/Reunion',
  };
  return presentFile({ ...file, today: dayOf('2026-11-28') } as CandidacyFile).history.map(
    ({ details }) => details,
  );
};

describe('The history of a file', () => {
  it('says from which day to which a convocation was moved, the latest first', () => {
    const details = historyOf(
      event('convoke', 'in-evaluation', 'convoked', '2026-11-24'),
      event('convoke', 'convoked', 'convoked', '2026-12-02'),
    );

    expect(details).toEqual([
      [
        ['Date avant', '24 novembre 2026'],
        ['Date après', '2 décembre 2026'],
      ],
      [['En date du', '24 novembre 2026']],
    ]);
  });

  it('compares with the act that was said again, and with no other', () => {
    const details = historyOf(
      event('evaluate', 'received', 'in-evaluation', '2026-11-10'),
      event('convoke', 'in-evaluation', 'convoked', '2026-11-24'),
      event('decide', 'convoked', 'decided', '2026-11-25'),
      event('decide', 'decided', 'decided', '2026-11-25'),
    );

    expect(details.flatMap((lines) => lines?.map(([label]) => label))).toEqual(
      Array(4).fill('En date du'),
    );
  });
});
