import { Injectable } from '@nestjs/common';
import { addDays, ChangedMeanwhile, localDateIn, type LocalDate } from '../../kernel/index.js';
import {
  ACTOR_COLUMNS,
  actorColumns,
  currentManager,
  insertRows,
  rowsOf,
  updateRows,
  violatedConstraint,
} from '../../platform/database/index.js';
import type { Attendance } from '../domain/code-lists.js';
import type { SessionChange } from '../domain/decide-session.js';
import type { InformationSession, Registration } from '../domain/information-session.js';
import { InformationSessions } from '../use-cases/ports.js';
import {
  OWN_COLUMNS,
  SELECTED,
  SESSION_COLUMNS,
  toRow,
  toSession,
  UNIT_COLUMNS,
  type SessionRow,
} from './session-rows.js';

/** Days after a session during which its names are kept; domain.md 7 keeps invitations six months. */
const DAYS_KEPT = 183;

const HISTORY_COLUMNS = {
  session_id: 'uuid',
  ml_id: 'uuid',
  unit_id: 'uuid',
  command: 'text',
  from_state: 'text',
  to_state: 'text',
  effective_on: 'date',
  organisation_id: 'uuid',
  ...ACTOR_COLUMNS,
} as const;

const REGISTRATION_COLUMNS = {
  session_id: 'uuid',
  ml_id: 'uuid',
  person_id: 'uuid',
  forgotten_on: 'date',
} as const;

type RegistrationRow = { person_id: string; attendance: Attendance | null };

/** Sessions in PostgreSQL. */
@Injectable()
export class DatabaseInformationSessions extends InformationSessions {
  override async byId(id: string): Promise<InformationSession | null> {
    const [row] = await rowsOf<SessionRow>(
      `select ${SELECTED} from app.information_session t where t.id = $1`,
      [id],
    );
    return row ? toSession(row) : null;
  }

  override async registration(sessionId: string, personId: string): Promise<Registration | null> {
    const [row] = await rowsOf<RegistrationRow>(
      `select person_id, attendance from app.session_registration
       where session_id = $1 and person_id = $2`,
      [sessionId, personId],
    );
    return row ? toRegistration(row) : null;
  }

  override async registrations(sessionId: string): Promise<Registration[]> {
    const rows = await rowsOf<RegistrationRow>(
      `select r.person_id, r.attendance from app.session_registration r
       join app.young_person p on p.org_id = r.ml_id and p.id = r.person_id
       where r.session_id = $1 order by p.name_key, p.first_name_key, p.id`,
      [sessionId],
    );
    return rows.map(toRegistration);
  }

  override async save(change: SessionChange): Promise<void> {
    const { before, after } = change;
    if (before === null)
      await insertRows('app.information_session', SESSION_COLUMNS, [toRow(after)]);
    else await this.update(change, before);
    await this.saveRegistration(change);
    await insertRows('app.information_session_transition', HISTORY_COLUMNS, [historyRow(change)]);
  }

  override async forgetRegistrations(): Promise<number> {
    const [, count]: [unknown, number] = await currentManager().query(
      'delete from app.session_registration where forgotten_on < current_date',
    );
    return count;
  }

  private async update({ after, command }: SessionChange, before: InformationSession) {
    const columns = command === 'answer' ? UNIT_COLUMNS : OWN_COLUMNS;
    const row = { key_version: before.version, ...toRow(after) };
    const keys = { id: 'uuid', version: 'int' };
    const also = 'updated_at = now()';
    const written = await updateRows('app.information_session', keys, columns, [row], also);
    if (written !== 1) throw new ChangedMeanwhile();
  }

  private async saveRegistration({ after, registration }: SessionChange): Promise<void> {
    if (registration === null) return;
    const { kind, personId } = registration;
    const key = [after.id, personId];
    const where = 'where session_id = $1 and person_id = $2';
    if (kind === 'remove') {
      await currentManager().query(`delete from app.session_registration ${where}`, key);
    } else if (kind === 'tick') {
      const sql = `update app.session_registration set attendance = $3 ${where}`;
      await currentManager().query(sql, [...key, registration.attendance]);
    } else {
      await once(() =>
        insertRows('app.session_registration', REGISTRATION_COLUMNS, [
          {
            session_id: after.id,
            ml_id: after.missionLocaleId,
            person_id: personId,
            forgotten_on: addDays(dayOf(after), DAYS_KEPT),
          },
        ]),
      );
    }
  }
}

/** Two advisers register the same person: the second did not know of the first. */
async function once(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (violatedConstraint(error) === 'session_registration_pkey') throw new ChangedMeanwhile();
    throw error;
  }
}

function dayOf({ startsAt }: InformationSession): LocalDate {
  return localDateIn(startsAt, 'UTC');
}

function toRegistration(row: RegistrationRow): Registration {
  return { personId: row.person_id, attendance: row.attendance };
}

function historyRow({ before, after, command, actor }: SessionChange) {
  return {
    session_id: after.id,
    ml_id: after.missionLocaleId,
    unit_id: after.unitId,
    command,
    from_state: before && before.state,
    to_state: after.state,
    effective_on: dayOf(after),
    organisation_id: actor.organisation?.id ?? null,
    ...actorColumns(actor),
  };
}
