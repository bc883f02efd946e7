import { Injectable } from '@nestjs/common';
import {
  AuditTrail,
  Clock,
  Ids,
  UnitOfWork,
  type Actor,
  type LocalDate,
} from '../../../kernel/index.js';
import {
  FaultyReferenceFile,
  ReferenceChanged,
  ReferenceFileUnknown,
  ReferenceUnchanged,
  RegisterForbidden,
} from '../../domain/errors.js';
import {
  diffRows,
  isEmptyDifference,
  type ReferenceDifference,
  type ReferenceSetName,
} from '../../domain/reference-table.js';
import { mayKeepRegister } from '../../domain/register.rules.js';
import type { TableFault } from '../../domain/table-reading.js';
import { OrganisationRegister } from '../ports.js';
import { readTable } from './read-table.js';
import { ReferenceArchive, type WaitingFile } from './reference-archive.js';
import { ReferenceKeepers } from './reference-keepers.js';
import type { ReferenceKeeper } from './reference-keeper.js';

/** A file of reference data that somebody puts down. */
export interface ReferenceFile {
  readonly set: ReferenceSetName;
  readonly content: Buffer;
  /** First day on which it holds, for a set that is dated. */
  readonly validFrom: LocalDate | null;
}

/** What a file would change, or why nothing of it can be applied. */
export interface CheckedFile {
  readonly set: ReferenceSetName;
  readonly faults: readonly TableFault[];
  readonly difference: ReferenceDifference;
  readonly rowCount: number;
  /** Hash of the set as it stands: what the differences are shown from. */
  readonly base: string;
}

/** Which version of which set an applied file became. */
export interface AppliedFile {
  readonly set: ReferenceSetName;
  readonly number: number;
}

/** A file that waits, with what it would change now. */
export interface WaitingCheck {
  readonly file: WaitingFile;
  readonly checked: CheckedFile;
}

/**
 * A new version of a set: checked, shown with its differences, then applied whole or abandoned. One
 * door for the pages and the command line. One faulty line and nothing is applied.
 */
@Injectable()
export class ImportReferenceFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keepers: ReferenceKeepers,
    private readonly archive: ReferenceArchive,
    private readonly register: OrganisationRegister,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** What a file would change, without keeping it. @throws RegisterForbidden */
  check(file: ReferenceFile, actor: Actor): Promise<CheckedFile> {
    return this.inRegister(actor, () => this.checked(file, actor));
  }

  /**
   * Keeps a file for a decision; one with a fault is not kept.
   * @throws RegisterForbidden
   */
  hold(file: ReferenceFile, actor: Actor): Promise<{ id: string | null; checked: CheckedFile }> {
    return this.inRegister(actor, async () => {
      const checked = await this.checked(file, actor);
      if (checked.faults.length > 0) return { id: null, checked };
      return { id: await this.kept(file, checked, actor), checked };
    });
  }

  /** A file that waits, compared with the set as it stands. @throws ReferenceFileUnknown */
  waiting(id: string, actor: Actor): Promise<WaitingCheck> {
    return this.inRegister(actor, () => this.found(id, actor));
  }

  /**
   * Applies a file whose differences were shown; gives its number in the set.
   * @param base what the set was when they were shown
   * @throws ReferenceFileUnknown, FaultyReferenceFile, ReferenceChanged, ReferenceUnchanged
   */
  apply(id: string, base: string, actor: Actor): Promise<AppliedFile> {
    return this.inRegister(actor, async () => {
      await this.register.lock();
      const { file, checked } = await this.found(id, actor);
      if (checked.faults.length > 0) throw new FaultyReferenceFile();
      if (checked.base !== base) throw new ReferenceChanged();
      if (isEmptyDifference(checked.difference)) throw new ReferenceUnchanged();
      const number = await this.applied(id, checked, file.validFrom, actor);
      return { set: file.set, number };
    });
  }

  /** Checks and applies at once, for the command line, which showed the differences before. */
  applyNow(file: ReferenceFile, actor: Actor): Promise<CheckedFile> {
    return this.inRegister(actor, async () => {
      await this.register.lock();
      const checked = await this.checked(file, actor);
      const isApplied = checked.faults.length === 0 && !isEmptyDifference(checked.difference);
      if (!isApplied) return checked;
      const id = await this.kept(file, checked, actor);
      await this.applied(id, checked, file.validFrom, actor);
      return checked;
    });
  }

  /** Forgets a file that waits. @throws ReferenceFileUnknown */
  abandon(id: string, actor: Actor): Promise<ReferenceSetName> {
    return this.inRegister(actor, async () => {
      const file = await this.archive.waiting(id);
      if (!file) throw new ReferenceFileUnknown();
      await this.archive.forget(id);
      await this.tell('reference.abandon', file.set, actor);
      return file.set;
    });
  }

  private async checked(file: ReferenceFile, actor: Actor): Promise<CheckedFile> {
    const keeper = this.keepers.of(file.set);
    const current = await keeper.current(file.validFrom);
    const base = this.archive.hash(JSON.stringify(current));
    const { rows, faults, lineCount } = await this.rowsOf(keeper, file, actor);
    const all = diffRows(current, faults.length > 0 ? current : rows);
    const difference = keeper.endsAbsent ? all : { ...all, absent: [] };
    return { set: file.set, faults, difference, rowCount: lineCount, base };
  }

  private async rowsOf(keeper: ReferenceKeeper, file: ReferenceFile, actor: Actor) {
    const scan = await readTable(file.content, keeper.columns);
    if ('fault' in scan) return { rows: [], faults: [scan.fault], lineCount: 0 };
    const read = await keeper.read(scan.records, file.validFrom, actor);
    return { ...read, lineCount: Math.max(0, scan.records.length - 1) };
  }

  private async found(id: string, actor: Actor): Promise<WaitingCheck> {
    const file = await this.archive.waiting(id);
    if (!file) throw new ReferenceFileUnknown();
    const { set, validFrom } = file;
    const content = await this.archive.content(id);
    return { file, checked: await this.checked({ set, content, validFrom }, actor) };
  }

  private async kept(
    { set, content, validFrom }: ReferenceFile,
    { rowCount }: CheckedFile,
    actor: Actor,
  ): Promise<string> {
    const id = this.ids.uuid();
    const sha256 = this.archive.hash(content);
    const put = { putBy: actor.id, putAt: this.clock.now() };
    await this.archive.keep({ id, set, sha256, rowCount, validFrom, ...put }, content);
    return id;
  }

  private async applied(
    id: string,
    { set, difference }: CheckedFile,
    validFrom: LocalDate | null,
    actor: Actor,
  ): Promise<number> {
    await this.keepers.of(set).apply(difference, validFrom, actor);
    const by = { actorId: actor.id, at: this.clock.now() };
    const { added, changed, absent } = difference;
    const counts = { added: added.length, changed: changed.length, ended: absent.length };
    const number = await this.archive.applied(id, by, counts);
    await this.tell('reference.apply', set, actor, `version-${number}`);
    return number;
  }

  /** In the journal of the organisation of whoever acts; of the first national body for the service. */
  private async tell(
    command: string,
    set: ReferenceSetName,
    actor: Actor,
    detail?: string,
  ): Promise<void> {
    const known = await this.register.known();
    const home = known.find(({ organisation }) => organisation.kind === 'national');
    const organisationId = actor.organisation?.id ?? home?.organisation.id;
    if (organisationId === undefined) return;
    await this.audit.record({
      actor,
      command,
      resource: { type: 'reference-set', id: set },
      organisationId,
      effectiveOn: null,
      result: 'done',
      ...(detail === undefined ? {} : { detail }),
    });
  }

  private async inRegister<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    if (!mayKeepRegister(actor)) throw new RegisterForbidden();
    return this.unitOfWork.run(actor, work, { lens: 'technical' });
  }
}
