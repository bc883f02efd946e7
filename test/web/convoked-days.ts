import type { SeedRows } from '../db/support/seed-rows.js';
import type { TestApplication } from '../support/test-application.js';
import { blankForm } from './outcome-grid.js';

let lastDay = 0;
/** A day of its own for each example: the day of a convocation is what ties the files together. */
export function newDay(): string {
  lastDay += 1;
  return `2026-${lastDay > 28 ? '10' : '09'}-${String(((lastDay - 1) % 28) + 1).padStart(2, '0')}`;
}

/** Days of convocation of units, as their people see them on the pages. */
export class ConvokedDays {
  constructor(
    private readonly service: TestApplication,
    private readonly rows: SeedRows,
  ) {}

  /** Files convoked on a day, in the order of the grid. */
  async convoked(day: string, count: number, unit = 'RSMA-RE', ml = '97411S00'): Promise<string[]> {
    const { owner } = this.service.database;
    const [unitId, mlId] = [await this.rows.known(unit), await this.rows.known(ml)];
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const { candidacyId, personId } = await this.rows.case(mlId, unitId);
      await owner.query(
        `update app.candidacy set state = 'convoked', state_on = $2, convoked_on = $2 where id = $1`,
        [candidacyId, day],
      );
      await owner.query('update app.young_person set first_name_key = $2 where id = $1', [
        personId,
        `A${String(index).padStart(3, '0')}`,
      ]);
      ids.push(candidacyId ?? '');
    }
    return ids;
  }

  get(address: string, role = 'recruiter', code = 'RSMA-RE') {
    return this.service.person(role, code).get(address).set('accept', 'text/html');
  }

  async read(address: string): Promise<string> {
    return (await this.get(address)).text;
  }

  /** Sends a grid to be recorded, unless `etape` says otherwise. */
  send(day: string, fields: Record<string, string>, role = 'recruiter', code = 'RSMA-RE') {
    return this.service
      .person(role, code)
      .post(`/candidatures/lot/${day}`)
      .set('sec-fetch-site', 'same-origin')
      .set('accept', 'text/html')
      .type('form')
      .send({ etape: 'enregistrer', ...fields });
  }

  async formOf(day: string): Promise<Record<string, string>> {
    return blankForm(await this.read(`/candidatures/lot/${day}`));
  }

  /** How often an outcome was recorded for a file. */
  async decisionsOf(id: string): Promise<number> {
    const { rows } = await this.service.database.owner.query(
      `select 1 from app.candidacy_transition where candidacy_id = $1 and command = 'decide'`,
      [id],
    );
    return rows.length;
  }
}
