import { DOOR_FAULTS, ROW_FAULTS } from '../../../../src/exchanges/catalogue/index.js';
import { until } from '../../support/deposits.js';
import { ML, UNIT } from '../../support/emitters.js';
import type { FaultCase } from './fault-case.js';
import { CANARY } from './fault-file.js';
import type { FaultTrial, Outcome, Played } from './fault-trial.js';

const CODES = new Set([...Object.keys(DOOR_FAULTS), ...Object.keys(ROW_FAULTS)].map(codeOf));
const CANARY_ANYWHERE = new RegExp(CANARY, 'i');
/** What files change; a fault that lets nothing in leaves all of it as it was. */
const EFFECTS = [
  'young_person',
  'person_share',
  'referral',
  'referral_transition',
  'candidacy',
  'candidacy_transition',
  'medical_conclusion',
  'identity_review',
];

/**
 * The invariant above the list of exchange.md 6, held against one input: no HTTP 500, no endless retry,
 * no half-visible write, no second effect, no silent loss, no personal value in logs, a stable code in
 * the report, rows conserved.
 */
export class Oracle {
  private before = '';
  private logged = 0;

  constructor(private readonly trial: FaultTrial) {}

  /** Remembers the service as it is before the faulty file comes. */
  async watch(): Promise<void> {
    this.before = await this.effects();
    this.logged = this.trial.service.logged().length;
  }

  async judge(fault: FaultCase, played: Played): Promise<void> {
    const { outcome } = played;
    expect(outcome.status).toBe(outcome.verdict === 'refused' ? (fault.status ?? 422) : 202);
    this.hasStableCodes(fault, outcome);
    this.conservesRows(outcome);
    const after = await this.effects();
    if (outcome.verdict !== 'applied') expect(after).toBe(this.before);
    await this.isSettled(outcome);
    await this.hasNoSecondEffect(played, after);
    await this.isHiddenFromOthers(played);
    await this.namesNobody(outcome);
  }

  private hasStableCodes({ said }: FaultCase, outcome: Outcome): void {
    if (outcome.verdict === 'applied' && said.length === 0) return;
    const codes = outcome.said.map((one) => one.split(' ')[2] ?? '');
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => !CODES.has(code))).toEqual([]);
  }

  private conservesRows({ verdict, counters }: Outcome): void {
    if (verdict !== 'applied' && verdict !== 'rejected') return;
    const { lues, appliquees, inchangees, rejetees, en_revue, perimees } = counters;
    const sum = [appliquees, inchangees, rejetees, en_revue, perimees].map(Number);
    expect(sum.reduce((total, one) => total + one, 0)).toBe(lues);
  }

  /** What the file caused is done, once and without an incident. */
  private async isSettled({ id }: Outcome): Promise<void> {
    await until('the end of its events', async () => {
      const left = await this.trial.look(
        'select 1 from app.outbox_message where subject_id = $1 and done_at is null',
        id,
      );
      return left.length === 0 ? true : undefined;
    });
    const lines = this.lines().filter((line) => /"level":"(?:error|fatal)"/.test(line));
    expect(lines).toEqual([]);
  }

  private async hasNoSecondEffect(played: Played, after: string): Promise<void> {
    const again = await this.trial.again(played);
    const { id, verdict, said, counters } = played.outcome;
    if (verdict === 'refused') expect(again).toMatchObject({ verdict, said });
    else expect(again).toMatchObject({ id, verdict, said, counters });
    expect(await this.effects()).toBe(after);
  }

  /** Neither the other side nor a stranger learns that it exists. */
  private async isHiddenFromOthers({ outcome, place }: Played): Promise<void> {
    const others = [ML, UNIT, '97600S00', 'RSMA-YT'].filter((code) => code !== place.emitter);
    for (const code of others) {
      const agent = await this.trial.service.as(code);
      for (const path of ['', '/report', '/rejects']) {
        const { status } = await agent.get(`/api/v1/exchanges/${outcome.id}${path}`);
        expect(status).toBe(404);
      }
    }
  }

  private async namesNobody({ receipt }: Outcome): Promise<void> {
    expect(JSON.stringify(receipt)).not.toMatch(CANARY_ANYWHERE);
    expect(this.lines().filter((line) => CANARY_ANYWHERE.test(line))).toEqual([]);
    const kept = await this.trial.look<{ said: string }>(
      `select payload::text || subject_id as said from app.outbox_message
       union all select coalesce(detail, '') || command from app.audit_event
       union all select coalesce(file_name, '') || coalesce(manifest::text, '') || faults::text
         from app.exchange_file
       union all select coalesce(reason, '') from app.exchange_transition`,
    );
    expect(kept.filter(({ said }) => CANARY_ANYWHERE.test(said))).toEqual([]);
  }

  private lines(): string[] {
    return this.trial.service.logged().slice(this.logged).split('\n');
  }

  private async effects(): Promise<string> {
    const parts = EFFECTS.map(
      (table) => `select md5(coalesce(string_agg(t::text, ';' order by t::text), '')) as sum
        from app.${table} t`,
    );
    const rows = await this.trial.look<{ sum: string }>(parts.join(' union all '));
    return rows.map(({ sum }) => sum).join(' ');
  }
}

function codeOf(key: string): string {
  return key.split(':')[0] ?? key;
}
