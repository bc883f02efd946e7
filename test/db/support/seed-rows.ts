import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';

export type Kind = 'mission-locale' | 'unit' | 'national';

/** A file that goes from a mission locale to a unit. */
export interface SeededCase {
  readonly missionLocaleId: string;
  readonly unitId: string;
  readonly personId: string;
  readonly referralId: string;
  /** None for a draft. */
  readonly candidacyId: string | null;
}

let made = 0;

/** Rows written by the owner of the database, without any rule of the application. */
export class SeedRows {
  constructor(private readonly owner: Client) {}

  async organisation(code: string, kind: Kind): Promise<string> {
    const id = randomUUID();
    await this.insert('organisation', {
      id,
      code,
      kind,
      name: code,
      usual_name: code,
      territory: 'RE',
      time_zone: 'Indian/Reunion',
      valid_from: '2020-01-01',
    });
    return id;
  }

  /** The id of an organisation that is there already. */
  async known(code: string): Promise<string> {
    const { rows } = await this.owner.query<{ id: string }>(
      'select id from app.organisation where code = $1',
      [code],
    );
    if (!rows[0]) throw new Error(`no organisation ${code}`);
    return rows[0].id;
  }

  async person(org_id: string, imilo_id: string | null = null): Promise<string> {
    const id = randomUUID();
    await this.insert('young_person', {
      id,
      org_id,
      birth_name: 'PAYET',
      first_names: ['Léa'],
      birth_date: '2005-03-11',
      name_key: 'PAYET',
      first_name_key: 'LEA',
      imilo_id,
    });
    return id;
  }

  async share(owner_org_id: string, person_id: string, org_id: string, valid_to?: string) {
    const row = { org_id, owner_org_id, person_id, valid_from: '2026-01-01' };
    await this.insert('person_share', valid_to === undefined ? row : { ...row, valid_to });
  }

  async referral(ml_id: string, unit_id: string, person_id: string, state = 'submitted') {
    const id = randomUUID();
    const sent = state === 'draft' ? {} : { submitted_at: '2026-11-20T08:00:00Z' };
    const reference = `ORI-2026-${String((made += 1)).padStart(8, '0')}-X`;
    await this.insert('referral', {
      ...REFERRAL,
      id,
      ml_id,
      unit_id,
      person_id,
      reference,
      state,
      ...sent,
    });
    const line = { referral_id: id, ml_id, unit_id, command: 'submit', to_state: state, ...ACT };
    await this.insert('referral_transition', line);
    return id;
  }

  async candidacy(given: Pick<SeededCase, 'unitId' | 'personId'> & Partial<SeededCase>) {
    const id = randomUUID();
    const ml_id = given.missionLocaleId ?? null;
    const unit_id = given.unitId;
    await this.insert('candidacy', {
      id,
      unit_id,
      ml_id,
      referral_id: given.referralId ?? null,
      person_org_id: ml_id ?? unit_id,
      person_id: given.personId,
      origin: 'ML',
      unit_file_number: `F-${(made += 1)}`,
      state: 'received',
      state_on: '2026-11-20',
    });
    const line = { candidacy_id: id, unit_id, ml_id, command: 'open', to_state: 'received' };
    await this.insert('candidacy_transition', { ...line, ...ACT });
    return id;
  }

  /** The service of somebody whose file is in the unit. */
  async volunteer(file: SeededCase): Promise<string> {
    const id = randomUUID();
    const { unitId: unit_id, missionLocaleId: ml_id } = file;
    await this.insert('volunteer', {
      id,
      unit_id,
      ml_id,
      candidacy_id: file.candidacyId,
      referral_id: file.referralId,
      person_org_id: ml_id,
      person_id: file.personId,
      volunteer_type: 'VS',
      state: 'in-service',
      state_on: '2026-11-02',
      incorporated_on: '2026-11-02',
      planned_end_on: '2027-10-31',
    });
    const of = { volunteer_id: id, unit_id, ml_id };
    const line = { ...of, command: 'incorporate', to_state: 'in-service' };
    await this.insert('volunteer_transition', { ...line, ...ACT });
    return id;
  }

  /** What the mission locale has to do for somebody who left. */
  async comingBack(file: SeededCase, volunteer_id: string): Promise<string> {
    const id = randomUUID();
    const { unitId: unit_id, missionLocaleId: ml_id } = file;
    await this.insert('return_episode', {
      id,
      volunteer_id,
      unit_id,
      ml_id,
      referring_ml_id: ml_id,
      state: 'open',
      state_on: '2026-11-20',
      cause: 'dropout',
      ends_on: '2026-11-20',
      counts_from: '2026-11-20',
      due_on: '2026-11-25',
      due_rule: 'return-acknowledge',
      escalates_on: '2026-11-27',
    });
    const line = {
      episode_id: id,
      unit_id,
      ml_id,
      command: 'open',
      to_state: 'open',
      ends_on: '2026-11-20',
      escalation: 'adviser',
    };
    await this.insert('return_transition', { ...line, ...ACT });
    await this.insert('return_read_mark', { episode_id: id, reader_id: 'somebody', unit_id });
    return id;
  }

  /** Somebody in service left: their three months are asked for in November 2026. */
  async left(volunteer_id: string): Promise<string> {
    await this.owner.query(
      `update app.volunteer set state = 'exited', state_on = '2026-08-20', exited_on = '2026-08-20',
         incorporated_on = '2026-03-02', exit_reason = 'FIN_CONTRAT', exit_situation = 'CDI',
         is_exit_announced = false, wants_support = false, certifications = '{}'
       where id = $1`,
      [volunteer_id],
    );
    return volunteer_id;
  }

  /** What the mission locale said of somebody three months after. */
  async becoming(
    { unitId: unit_id, missionLocaleId: ml_id }: SeededCase,
    volunteer_id: string,
  ): Promise<void> {
    const id = randomUUID();
    const said = { situation: 'CDI', source: 'DECLARATIF' };
    const row = { id, volunteer_id, unit_id, ml_id, milestone: 'M3', observed_on: '2027-02-20' };
    await this.insert('follow_up', { ...row, ...said });
    const line = { follow_up_id: id, ml_id, command: 'answer', to_state: 'answered' };
    await this.insert('follow_up_transition', { ...line, ...said, ...ACT });
  }

  /** A box that was ticked on a referral. */
  async tick({ missionLocaleId: ml_id, unitId: unit_id, referralId }: SeededCase): Promise<void> {
    const { actor_type, actor_id, acting_role, channel } = ACT;
    const who = { actor_type, actor_id, acting_role, channel };
    const box = { referral_id: referralId, code: 'JDC_A_JOUR', ticked_on: '2026-01-20' };
    await this.insert('prerequisite_tick', { ...box, ml_id, unit_id, ...who });
  }

  /** What both sides say of their work together. */
  async notes(ml_id: string, unit_id: string): Promise<void> {
    for (const side of ['mission-locale', 'unit']) {
      await this.insert('evaluation_note', {
        ...{ id: randomUUID(), ml_id, unit_id, side, contingent: '2026-09-01' },
        ...{ worked: ['DELAIS_REPONSE'], improve: ['ECHANGES_DONNEES'] },
        ...{ written_on: '2026-09-28', acting_role: 'ml-manager' },
      });
    }
  }

  /** What a unit offers. */
  async sheet(unit_id: string): Promise<string> {
    const id = randomUUID();
    await this.insert('offer_sheet', {
      ...{ id, unit_id, number: 1, state: 'published', tracks: ['x'], conditions: ['x'] },
      ...{ contact_service: 'x', contact_phone: 'x', contact_email: 'x' },
      incorporations: JSON.stringify([{ on: '2030-01-15', place: 'x', places: 10 }]),
      ...{ published_at: '2026-01-15T06:00:00Z', acting_role: 'recruiter' },
    });
    return id;
  }

  /** A session to which somebody is registered. */
  async session(missionLocaleId: string, unit_id: string, person_id: string): Promise<string> {
    const id = randomUUID();
    const ml_id = missionLocaleId;
    const planned = { id, ml_id, unit_id, starts_at: '2030-01-15T06:00:00Z', place: 'Salle A' };
    const counts = { seats: 10, registered: 1, state: 'planned', presence: 'SUR_PLACE', staff: 2 };
    await this.insert('information_session', { ...planned, ...counts });
    const who = { session_id: id, ml_id, person_id, forgotten_on: '2030-07-15' };
    await this.insert('session_registration', who);
    const line = { session_id: id, ml_id, unit_id, command: 'plan', to_state: 'planned' };
    await this.insert('information_session_transition', { ...line, ...ACT });
    return id;
  }

  async conclusion(unit_id: string, ml_id: string | null, candidacy_id: string): Promise<void> {
    const sealed = Buffer.from('sealed');
    const row = { id: randomUUID(), unit_id, ml_id, candidacy_id, key_version: 1, sealed };
    await this.insert('medical_conclusion', { ...row, recorded_by: 'x' });
  }

  /** A young person referred: shared with the unit, whose own file is open, unless it is a draft. */
  async case(missionLocaleId: string, unitId: string, isDraft = false): Promise<SeededCase> {
    const personId = await this.person(missionLocaleId, String((made += 1)));
    const state = isDraft ? 'draft' : 'submitted';
    const referralId = await this.referral(missionLocaleId, unitId, personId, state);
    const file = { missionLocaleId, unitId, personId, referralId };
    if (isDraft) return { ...file, candidacyId: null };
    await this.share(missionLocaleId, personId, unitId);
    return { ...file, candidacyId: await this.candidacy(file) };
  }

  /** The CEJ of somebody, ended so that every column holds something. */
  async contract({ missionLocaleId: ml_id, personId, referralId }: SeededCase): Promise<string> {
    const id = randomUUID();
    await this.insert('cej_contract', {
      id,
      ml_id,
      person_id: personId,
      referral_id: referralId,
      scheme: 'CEJ',
      state: 'ended',
      starts_on: '2026-09-01',
      planned_end_on: '2027-08-31',
      ended_on: '2026-11-20',
    });
    const of = { contract_id: id, ml_id };
    await this.insert('cej_contract_motive', { ...of, end_reason: 'MANQUEMENT' });
    const line = { ...of, command: 'end', from_state: 'open', to_state: 'ended', said: '{}' };
    await this.insert('cej_contract_transition', { ...line, ...ACT });
    return id;
  }

  async insert(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
    const names = Object.keys(row);
    const places = names.map((_, index) => `$${index + 1}`);
    const sql = `insert into app.${table} (${names.join(', ')}) values (${places.join(', ')})`;
    await this.owner.query(sql, Object.values(row));
  }
}

/** An act of nobody in particular, for the lines of histories. */
export const ACT = {
  effective_on: '2026-11-20',
  actor_type: 'machine',
  actor_id: 'x',
  acting_role: 'ml-machine',
  channel: 'api',
};

const REFERRAL = {
  volunteer_type: 'VS',
  diploma_level: 'INFRA3_VBIS',
  support: 'CEJ',
  prerequisites: [],
  informed_on: '2026-11-20',
  notice_version: '1',
};
