import { parseInstant } from '../../../kernel/index.js';
import type { ExchangeFile } from '../../domain/exchange-file.js';
import { OverviewPresenter } from '../overview/presenter.js';
import type { AnomalyGroup } from '../../report/index.js';
import type { Role } from '../../../kernel/index.js';
import { confirmationNotice, reportWords } from './presenter.js';

const RECEIVED = parseInstant('2026-11-28T22:05:00Z')!;

function file(over: Partial<ExchangeFile> = {}): ExchangeFile {
  return {
    id: 'f-1',
    organisationId: 'o-1',
    number: 'AEE-2026-0000001',
    state: 'applied',
    step: 'reported',
    place: { flow: 'SUI', mode: 'P', period: '2026-10', nature: 'C', sequence: 2 },
    slotId: null,
    fileName: 'SUI_P_RSMA-RE_2026-10_000002_C_v1.csv',
    exchangeIdentifier: null,
    sha256: 'a'.repeat(64),
    bytes: 10,
    encoding: null,
    separator: null,
    rows: 3,
    isOnTime: true,
    channel: 'api',
    depositorId: 'd-1',
    depositorScopes: [],
    manifest: null,
    faults: [],
    report: { number: 'CRM-2026-0000001', stage: 'PROVISOIRE', code: 2 },
    counters: { read: 3, applied: 1, unchanged: 0, inReview: 0, stale: 0, rejected: 2 },
    receivedAt: RECEIVED,
    appliedAt: RECEIVED,
    correlationId: 'c-1',
    ...over,
  } as ExchangeFile;
}

const CAUSE = {
  code: 'required-error',
  level: 'BLOQUANT_LIGNE',
  column: 'date_suite',
  message: 'La date manque.',
  correction: 'Donnez la date.',
  count: 2,
} as const;

const FUTURE = {
  code: 'DATE_FICHIER_FUTURE',
  level: 'A_CONFIRMER',
  message: 'Date à venir.',
  correction: 'Confirmez.',
  rule: 'FIC-R001',
} as unknown as ExchangeFile['faults'][number];

const wordsOf = (
  one: ExchangeFile,
  groups: readonly AnomalyGroup[],
  role: Role = 'exchange-operator',
) => reportWords({ file: one, groups, first: [], role, timeZone: 'Indian/Reunion' });

describe('The report of a file', () => {
  it('says what became of it, what to do first and where the rejects are', () => {
    const words = wordsOf(file(), [CAUSE]);

    expect(words.state).toEqual({ label: 'Intégré en partie', tone: 'warning' });
    expect(words.verdict).toContain('pris en compte en partie');
    expect(words.causes).toEqual([
      expect.objectContaining({ code: 'required-error', count: '2\u00A0lignes' }),
    ]);
    expect(words.rejects).toBe('2\u00A0lignes rejetées');
    expect(words.depositHref).toBe('/echanges/depot?flux=SUI&mois=2026-10&nature=C');
    expect(words.isRunning).toBe(false);
  });

  it('does not judge a file that is still checked', () => {
    const words = wordsOf(
      file({
        state: 'registered',
        report: null,
        counters: { ...file().counters, read: 0, rejected: 0 },
      }),
      [],
    );

    expect(words.isRunning).toBe(true);
    expect(words.verdict).toBe('Le fichier est en cours de contrôle.');
    expect(words.figures).toEqual([]);
  });

  it('asks to confirm what a held file waits for, in words', () => {
    const held = file({ state: 'held', report: null, faults: [FUTURE] });
    const words = wordsOf(held, []);

    expect(words.toConfirm).toEqual([{ code: 'DATE_FICHIER_FUTURE', message: 'Date à venir.' }]);
    expect(words.verdict).toContain('attend votre confirmation');
  });

  it('asks once for each code, with all it says', () => {
    const other = { ...FUTURE, message: 'Autre chose.' };
    const held = file({ state: 'held', report: null, faults: [FUTURE, other, FUTURE] });

    expect(wordsOf(held, []).toConfirm.map(({ message }) => message)).toEqual([
      'Date à venir. Autre chose.',
    ]);
  });

  it('says « À vérifier » of what was applied all the same', () => {
    const labels = (state: 'held' | 'applied') =>
      wordsOf(file({ state, faults: [FUTURE] }), []).causes.map(({ gravity }) => gravity.label);

    expect([labels('held'), labels('applied')]).toEqual([['À confirmer'], ['À vérifier']]);
  });

  it.each(['registered', 'applied', 'rejected', 'closed'] as const)(
    'asks nothing of a file that is %s, whatever was confirmed before',
    (state) => {
      const words = wordsOf(file({ state, faults: [FUTURE] }), []);

      expect(words.toConfirm).toEqual([]);
    },
  );

  it('counts no line for what is wrong with the whole file', () => {
    const words = wordsOf(file({ faults: [FUTURE] }), [CAUSE]);

    expect(words.causes.map(({ count }) => count)).toEqual(['Tout le fichier', '2\u00A0lignes']);
  });

  it.each(['ml-manager', 'unit-manager'] as const)(
    'shows neither rejects nor deposit to a %s, who may do neither',
    (role) => {
      const words = wordsOf(file(), [CAUSE], role);

      expect([words.rejects, words.depositHref]).toEqual([null, null]);
    },
  );

  it('says that the file goes on only once nothing is left to confirm', () => {
    expect(confirmationNotice(file({ state: 'registered' })).text).toContain('va être appliqué');
    expect(confirmationNotice(file({ state: 'held' })).text).toContain('encore');
  });
});

describe('The overview of exchanges', () => {
  it('says flow, nature and month of a file, on the clock of the organisation', () => {
    const line = new OverviewPresenter('Indian/Reunion').sent(file());

    expect(line.what).toBe('Suites données aux candidatures · complément · octobre 2026');
    expect(line.received).toBe('29 novembre 2026 à 2\u00A0h\u00A005');
  });

  it('says that a file is a test, and knows a notice by its day', () => {
    const place = {
      flow: 'SUI',
      mode: 'T',
      period: '2026-11-28',
      nature: 'S',
      sequence: 3,
    } as const;

    expect(
      new OverviewPresenter('UTC').sent(file({ place: place as ExchangeFile['place'] })).what,
    ).toBe('Essai · Suites données aux candidatures · signalement · 28 novembre 2026');
  });

  it('leaves notices, which have no date, out of what is to send', () => {
    const dates = { opensAt: null, dueAt: RECEIVED, closesAt: null, nextSequence: 1 } as const;
    const month = { flow: 'SUI', mode: 'P', nature: 'I', state: 'late', ...dates } as const;
    const presenter = new OverviewPresenter('UTC');

    const lines = presenter.expected([
      { ...month, period: '2026-10' as never },
      { ...month, period: null, nature: 'S' },
    ]);

    expect(lines).toEqual([
      expect.objectContaining({
        period: 'octobre 2026',
        state: { label: 'En retard', tone: 'error' },
      }),
    ]);
  });
});
