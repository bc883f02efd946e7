import { Injectable } from '@nestjs/common';
import { Clock, localDateIn, UnitOfWork, type Actor } from '../../../kernel/index.js';
import { ReferenceFileUnknown, RegisterForbidden } from '../../domain/errors.js';
import type { ReferenceSetName } from '../../domain/reference-table.js';
import { mayKeepRegister } from '../../domain/register.rules.js';
import { ReferenceArchive, type AppliedVersion, type WaitingFile } from './reference-archive.js';
import { ReferenceKeepers } from './reference-keepers.js';
import type { ReferenceKeeper } from './reference-keeper.js';

/** A set as it stands. */
export interface StandingSet {
  readonly set: ReferenceSetName;
  readonly columns: readonly string[];
  readonly isDated: boolean;
  readonly rowCount: number;
  /** Applied files, the latest first; none for a set that is as it was shipped, or changed by hand. */
  readonly versions: readonly AppliedVersion[];
  readonly waiting: readonly WaitingFile[];
}

/** Reads the sets of reference data, for those who keep them. */
@Injectable()
export class ConsultReferenceData {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keepers: ReferenceKeepers,
    private readonly archive: ReferenceArchive,
    private readonly clock: Clock,
  ) {}

  /** Every set that a file may replace. @throws RegisterForbidden */
  sets(actor: Actor): Promise<readonly StandingSet[]> {
    return this.read(actor, async () => {
      const all: StandingSet[] = [];
      for (const keeper of this.keepers.each()) all.push(await this.standing(keeper));
      return all;
    });
  }

  /** @throws RegisterForbidden */
  one(set: ReferenceSetName, actor: Actor): Promise<StandingSet> {
    return this.read(actor, () => this.standing(this.keepers.of(set)));
  }

  /** A set as a file, its header first. @throws RegisterForbidden */
  exported(set: ReferenceSetName, actor: Actor): Promise<readonly (readonly string[])[]> {
    return this.read(actor, async () => {
      const keeper = this.keepers.of(set);
      return [keeper.columns, ...(await keeper.exported(this.today()))];
    });
  }

  /** An applied file, byte for byte. @throws RegisterForbidden, ReferenceFileUnknown */
  version(set: ReferenceSetName, number: number, actor: Actor): Promise<Buffer> {
    return this.read(actor, async () => {
      const content = await this.archive.versionContent(set, number);
      if (!content) throw new ReferenceFileUnknown();
      return content;
    });
  }

  private async standing(keeper: ReferenceKeeper): Promise<StandingSet> {
    const { set, columns, isDated } = keeper;
    const rows = await keeper.exported(this.today());
    const versions = await this.archive.versions(set);
    const waiting = await this.archive.waitingOf(set);
    return { set, columns, isDated, rowCount: rows.length, versions, waiting };
  }

  private today() {
    return localDateIn(this.clock.now(), 'Europe/Paris');
  }

  private async read<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    if (!mayKeepRegister(actor)) throw new RegisterForbidden();
    return this.unitOfWork.run(actor, work, { lens: 'technical' });
  }
}
