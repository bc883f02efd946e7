import { Injectable } from '@nestjs/common';
import {
  EVALUATION_POINTS,
  EvaluationNotes,
  type EvaluationPoint,
  type Side,
} from '../../evaluations/index.js';
import {
  addDays,
  addMonths,
  codesOf,
  firstDay,
  monthOf,
  UnitOfWork,
  type LocalDate,
  type Month,
} from '../../kernel/index.js';
import { OrganisationDirectory, type Organisation } from '../../organisations/index.js';
import { namedUuid } from '../seeded-ids.js';
import { SeededRandom } from '../seeded-random.js';
import { softwareOf } from './software-of.js';

/** Contingents that ended, in months from now. */
const CONTINGENTS = [-9, -6, -3] as const;
/** Of ten pairs that could write, those that do. */
const WRITTEN = 0.6;

/** Writes what missions locales and units of the demonstration say of their work together. */
@Injectable()
export class WriteNotes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationDirectory,
    private readonly notes: EvaluationNotes,
  ) {}

  /** A body that wrote already is passed over: a start cut short does it again. */
  async execute(today: LocalDate): Promise<void> {
    const conventions = await this.organisations.conventionsOn(today);
    for (const { missionLocaleId, unitId } of conventions) {
      const missionLocale = await this.organisations.byId(missionLocaleId);
      const unit = await this.organisations.byId(unitId);
      // A unit works with the missions locales of its own territory first.
      if (!missionLocale || !unit || missionLocale.territory !== unit.territory) continue;
      for (const back of CONTINGENTS) {
        const contingent = addMonths(monthOf(today), back);
        await this.write(missionLocale, unit, 'mission-locale', contingent);
        await this.write(missionLocale, unit, 'unit', contingent);
      }
    }
  }

  private async write(
    missionLocale: Organisation,
    unit: Organisation,
    side: Side,
    contingent: Month,
  ): Promise<void> {
    const name = `note ${missionLocale.code} ${unit.code} ${contingent} ${side}`;
    const random = new SeededRandom(name);
    if (!random.chance(WRITTEN)) return;
    const key = { missionLocaleId: missionLocale.id, unitId: unit.id, contingent };
    const actor = softwareOf(side === 'unit' ? unit : missionLocale);
    const points = codesOf(EVALUATION_POINTS).filter(() => random.chance(0.35));
    const worked: EvaluationPoint[] = points.filter((_, index) => index % 2 === 0).slice(0, 3);
    const improve = points.filter((point) => !worked.includes(point)).slice(0, 3);
    if (worked.length + improve.length === 0) worked.push('CONTACTS_EQUIPES');
    await this.unitOfWork.run(actor, async () => {
      if ((await this.notes.one(key, side)) !== null) return;
      const writtenOn = addDays(firstDay(contingent), 27);
      const note = { ...key, id: namedUuid(name), side, worked, improve, writtenOn, version: 1 };
      await this.notes.save(note, null, actor);
    });
  }
}
