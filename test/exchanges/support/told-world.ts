import { setTimeout as pause } from 'node:timers/promises';
import { MedicalConclusions } from '../../../src/candidacies/index.js';
import { OrganisationDirectory, scopeOfOrganisation } from '../../../src/organisations/index.js';
import { UnitOfWork } from '../../../src/kernel/index.js';
import { ML, newPeople, UNIT, type Emitters } from './emitters.js';
import { openSlots } from './open-slots.js';
import {
  BEFORE,
  cellsOf,
  PERIODS,
  type FlowCode,
  type People,
  type ToldFile,
} from './told-histories.js';

const EMITTER: Readonly<Record<FlowCode, string>> = { SUI: UNIT, ORI: ML };
/** Numbers of a world: six files, each up to four times. */
const NUMBERS = 24;
const UNSETTLED = ['registered', 'held'];

/** New people, empty slots, and the partners that tell of them. */
export class ToldWorld {
  private readonly first: Readonly<Record<FlowCode, number>>;
  private readonly fates: unknown[] = [];

  private constructor(
    private readonly partners: Emitters,
    readonly people: People,
    private readonly isForgetful: boolean,
  ) {
    this.first = { SUI: this.after('SUI'), ORI: this.after('ORI') };
  }

  /**
   * Referred already: all but the one who applies directly and the one whom only files refer. A forgetful
   * world wipes what files left of their rows before each file: every row is decided in full (ADR 0029).
   */
  static async begin(partners: Emitters, { isForgetful = false } = {}): Promise<ToldWorld> {
    const [one, two, direct, known, unknown] = newPeople(5);
    if (!one || !two || !direct || !known || !unknown) throw new Error('five people');
    await partners.emptySlots();
    await openSlots(partners, PERIODS, EMITTER);
    const rows = [one, two, known].map((person) => person.referred(BEFORE));
    await partners.send('ORI', ML, { nature: 'S', rows });
    const people = { answered: [one, two], direct, referred: [known, unknown] };
    return new ToldWorld(partners, people, isForgetful);
  }

  /**
   * Delivers the files in this order. What is refused because another file has to come first is sent
   * again at the end, as its emitter would (`PERIODE_DEJA_DEPOSEE` before the annulation has come).
   */
  async deliver(files: readonly ToldFile[]): Promise<void> {
    let waiting: ToldFile[] = [];
    for (const file of files) if (await this.isEarly(file)) waiting.push(file);
    while (waiting.length > 0) {
      const again = waiting.toSorted((one, other) => one.number - other.number);
      waiting = [];
      for (const file of again) if (await this.isEarly(file)) waiting.push(file);
      if (waiting.length === again.length) return;
    }
  }

  /** Delivers the files in this order, and none again: a copy that is refused is refused for good. */
  async deliverAsNumbered(files: readonly ToldFile[]): Promise<void> {
    for (const file of files) await this.isEarly(file);
  }

  private async isEarly(file: ToldFile): Promise<boolean> {
    const emitter = EMITTER[file.flow];
    if (this.isForgetful) await this.partners.look('update app.candidacy set said_mark = null');
    const { status, body, name } = await this.partners.deposit(
      await this.partners.service.as(emitter),
      file.flow,
      emitter,
      {
        nature: file.nature,
        period: file.period,
        sequence: this.first[file.flow] + file.number,
        rows: file.rows.map((row) => cellsOf(file, row, this.people)),
        confirmations: [{ code: 'CONTENU_DEJA_RECU' }],
      },
    );
    if (status === 202) {
      await this.settled(body.id);
      return false;
    }
    const codes = (body.errors as { code: string }[]).map(({ code }) => code);
    if (codes.includes('PERIODE_DEJA_DEPOSEE')) return true;
    if (!codes.includes('DOUBLON_ANCIEN')) throw new Error(`${name}: ${JSON.stringify(body)}`);
    return false;
  }

  private async settled(id: string): Promise<void> {
    for (;;) {
      const [file] = await this.partners.look<{ state: string }>(
        'select state from app.exchange_file where id = $1',
        id,
      );
      if (file && !UNSETTLED.includes(file.state)) {
        expect(file.state).not.toBe('internal-error');
        this.fates.push(await this.fateOf(id));
        return;
      }
      await pause(10);
    }
  }

  /** What became of each row of each file, and what was said of it, in the order of the files. */
  get outcomes(): readonly unknown[] {
    return this.fates;
  }

  private async fateOf(id: string): Promise<unknown> {
    const [file] = await this.partners.look(
      `select flow, state, report_code, rows_read, rows_applied, rows_unchanged, rows_in_review,
         rows_stale, rows_rejected,
         (select jsonb_agg(jsonb_build_array(r.line, r.row_id, r.state, r.resource_id is not null,
            r.recipient_id, r.replaced_by is not null) order by r.line)
          from app.exchange_row r where r.file_id = f.id) as rows,
         (select jsonb_agg(to_jsonb(a) - '{org_id,file_id,value,suggested_value}'::text[] order by a.number)
          from app.exchange_anomaly a where a.file_id = f.id) as anomalies
       from app.exchange_file f where id = $1`,
      id,
    );
    return file;
  }

  /** The last number used before this world; the numbers of its files come after. */
  private after(flow: FlowCode): number {
    const first = this.partners.next(flow, EMITTER[flow]);
    for (let used = 0; used < NUMBERS; used += 1) this.partners.next(flow, EMITTER[flow]);
    return first;
  }

  /**
   * All that counts of the present: what each record says, since when it is known, its conclusion behind
   * the mask, what the mission locale reads, the slots. Outside: receipts, reports, history, versions. A
   * record of which nothing is left of what was said is as if it had never been.
   */
  async present() {
    const { answered, direct, referred } = this.people;
    return {
      answered: await Promise.all(answered.map(({ reference }) => this.candidacy(reference))),
      direct: await this.directCandidacy(direct.fileNumber),
      referred: await Promise.all(referred.map(({ reference }) => this.referral(reference))),
      slots: await this.partners.look(
        `select flow, period, state from app.exchange_slot where period = any($1)
         and mode = 'P' and org_id in (select id from app.organisation where code = any($2))
         and flow in ('SUI', 'ORI') order by flow, period`,
        [...PERIODS],
        [UNIT, ML],
      ),
    };
  }

  /** How often each record was written, each person registered, each event told: what a second effect adds to. */
  async effects() {
    const { answered, direct, referred } = this.people;
    const references = [...answered, ...referred].map(({ reference }) => reference);
    const [counted] = await this.partners.look(
      `with referrals as (select id, person_id from app.referral where reference = any($1)),
         candidacies as (select id from app.candidacy
           where referral_id in (select id from referrals) or unit_file_number = any($2)),
         records as (select id from referrals union all select id from candidacies)
       select (select count(*)::int from records) as records,
         (select count(*)::int from app.young_person where birth_name = any($3)) as people,
         (select count(*)::int from app.referral_transition t join referrals r on r.id = t.referral_id)
           as referral_steps,
         (select count(*)::int from app.candidacy_transition t join candidacies c
           on c.id = t.candidacy_id) as candidacy_steps,
         (select count(*)::int from app.medical_conclusion m join candidacies c
           on c.id = m.candidacy_id) as conclusions`,
      references,
      [...answered, direct].map(({ fileNumber }) => fileNumber),
      [...answered, direct, ...referred].map(({ name }) => name),
    );
    return counted;
  }

  private async candidacy(reference: string) {
    const [row] = await this.partners.look<CandidacyRow>(
      `select ${CANDIDACY}, r.state as referral_state, r.outcome_code as referral_outcome,
         r.outcome_decided_on as referral_decided_on
       from app.candidacy c join app.referral r on r.id = c.referral_id where r.reference = $1`,
      reference,
    );
    return row && this.told(row);
  }

  private async directCandidacy(fileNumber: string) {
    const [row] = await this.partners.look<CandidacyRow>(
      `select ${CANDIDACY} from app.candidacy c
       where c.unit_file_number = $1 and not (c.state = 'closed' and c.as_of_on is null)`,
      fileNumber,
    );
    return row && this.told(row);
  }

  private async told({ id, outcome_code, as_of_sequence, ...row }: CandidacyRow) {
    const sequence = as_of_sequence === null ? null : as_of_sequence - this.first.SUI;
    const conclusion = outcome_code === 'NON_RETENU' ? await this.conclusion(id) : null;
    return { ...row, outcome_code, sequence, conclusion };
  }

  private async conclusion(id: string) {
    const { app } = this.partners.service;
    const unit = await app.get(OrganisationDirectory).byCode(UNIT);
    if (!unit) throw new Error('the unit is shipped');
    const found = await app.get(UnitOfWork).run(
      {
        type: 'system',
        id: 'system',
        task: 'test',
        organisation: scopeOfOrganisation(unit),
        channel: { kind: 'system', task: 'test' },
        correlationId: 'test',
      },
      () => app.get(MedicalConclusions, { strict: false }).latestOf([id]),
      { lens: 'medical' },
    );
    return found.get(id) ?? null;
  }

  private async referral(reference: string) {
    const [row] = await this.partners.look<{ as_of_sequence: number | null }>(
      `select r.state, r.diploma_level, r.as_of_on, r.as_of_sequence, r.as_of_line, c.state as file,
         case when r.state = 'submitted' then p.phone end as phone
       from app.referral r join app.candidacy c on c.referral_id = r.id
       join app.young_person p on p.id = r.person_id
       where r.reference = $1 and not (r.state = 'withdrawn' and r.as_of_on is null)`,
      reference,
    );
    if (!row) return undefined;
    const { as_of_sequence: sequence } = row;
    const isOfWorld = sequence !== null && sequence > this.first.ORI;
    return { ...row, as_of_sequence: isOfWorld ? sequence - this.first.ORI : 'before' };
  }
}

interface CandidacyRow {
  readonly id: string;
  readonly outcome_code: string | null;
  readonly as_of_sequence: number | null;
}

const CANDIDACY = `c.id, c.state, c.state_on, c.acknowledged_on, c.convoked_on, c.outcome_code,
  c.decided_on, c.reexamination_on, c.assessed_level, c.planned_incorporation_on, c.contingent,
  c.unit_file_number is not null as is_numbered, c.as_of_on, c.as_of_sequence, c.as_of_line`;
