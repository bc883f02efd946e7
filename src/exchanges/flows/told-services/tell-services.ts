import { Injectable } from '@nestjs/common';
import { ReadMedicalConclusions, type Candidacy } from '../../../candidacies/index.js';
import { confirmationOf, Ids, type Confirmation } from '../../../kernel/index.js';
import {
  EXIT_CONCLUSION,
  VolunteerChanges,
  Volunteers,
  type Presence,
  type Volunteer,
  type VolunteerAct,
  type VolunteerChange,
} from '../../../volunteers/index.js';
import type { ApplyContext } from '../../use-cases/flow-ports.js';
import { ReadStatements } from '../../use-cases/statements.js';
import { actorOfLine } from '../row-fates.js';
import { AttachToldLeavers, type ToldExitOf } from './attach-told-leavers.js';
import { bringService, isMedicalExit } from './bring-service.js';
import { foldService, type FoldedService } from './fold-service.js';
import { monthsToKeep } from './months-to-keep.js';
import { serviceRow, type ServiceRow } from './service-fact.js';
import { SERVICE_TELLINGS } from './service-flows.js';

/** What became of the service of one candidate. */
export interface ToldAnew {
  /** The record before; null when there was none. */
  readonly before: Volunteer | null;
  /** The months of presence that stood then. */
  readonly monthsBefore: readonly Presence[];
  readonly folded: FoldedService;
  /** The commands that bring its record there; none when it is there already. */
  readonly changes: readonly VolunteerChange[];
}

/** One candidate, as all that was said makes the service. */
interface FoldedCandidate {
  readonly candidacy: Candidacy;
  readonly before: Volunteer | null;
  /** Rows of the file that is processed. */
  readonly own: readonly ServiceRow[];
  readonly folded: FoldedService;
}

/**
 * Tells services from all that was said of them: the files of every flow, read from their bytes, and the
 * acts, from the history (exchange.md 7.e.2-3). What is told of a service is kept by the unit's file of
 * the young person, so that it counts from before the first day of incorporation on.
 */
@Injectable()
export class TellServices {
  constructor(
    private readonly statements: ReadStatements,
    private readonly volunteers: Volunteers,
    private readonly changes: VolunteerChanges,
    private readonly readConclusions: ReadMedicalConclusions,
    private readonly attach: AttachToldLeavers,
    private readonly ids: Ids,
  ) {}

  /**
   * Brings records to what is told, `more` being rows that the ledger does not hold yet, by candidacy;
   * `flow` is the one whose file is processed.
   */
  async execute(
    candidacies: readonly Candidacy[],
    more: ReadonlyMap<string, readonly ServiceRow[]>,
    flow: string,
    context: ApplyContext,
  ): Promise<ReadonlyMap<string, ToldAnew>> {
    const ids = candidacies.map(({ id }) => id);
    const volunteers = await this.volunteers.ofCandidacies(ids);
    const present = new Map(volunteers.map((one) => [one.candidacyId, one]));
    // Read after the records, whose versions tell whether anybody changed them meanwhile.
    const months = await this.volunteers.standingMonths(volunteers.map(({ id }) => id));
    const acts = byVolunteer(await this.volunteers.actsOn(volunteers.map(({ id }) => id)));
    const said = await this.rowsOn(ids, flow, context);
    const services = candidacies.map((candidacy) => {
      const before = present.get(candidacy.id) ?? null;
      const own = more.get(candidacy.id) ?? [];
      const rows = [...(said.get(candidacy.id) ?? []), ...own];
      const folded = foldService(
        { rows, acts: acts.get(before?.id ?? '') ?? [] },
        { isSelected: isSelected(candidacy), today: context.today },
      );
      return { candidacy, before, own, folded };
    });
    const sealed = await this.sealedReasons(services, context);
    const told = new Map<string, ToldAnew>();
    for (const one of services) {
      const { before, folded, candidacy } = one;
      const changes = this.changesOf(one, sealed.has(candidacy.id), context);
      const monthsBefore = months.get(before?.id ?? '') ?? [];
      told.set(candidacy.id, { before, monthsBefore, folded, changes });
    }
    await this.write([...told.values()]);
    const exits = services.flatMap((one) => exitOf(one, told.get(one.candidacy.id), context) ?? []);
    await this.attach.execute(context.emitter.id, exits);
    return told;
  }

  /** Candidacies whose medical exit is sealed already: the record reads the same without it. */
  private async sealedReasons(
    services: readonly FoldedCandidate[],
    { actor }: ApplyContext,
  ): Promise<ReadonlySet<string>> {
    const medical = services.filter(({ before, folded }) => before && isMedicalExit(folded));
    const ids = medical.map(({ candidacy }) => candidacy.id);
    const found = await this.readConclusions.execute(ids, 'decision', actor);
    return new Set(ids.filter((id) => found.get(id)?.code === EXIT_CONCLUSION.code));
  }

  private changesOf(
    { candidacy: origin, before, folded, own }: FoldedCandidate,
    isReasonSealed: boolean,
    context: ApplyContext,
  ): VolunteerChange[] {
    const actor = actorOf({ own, folded }, context);
    const { today } = context;
    const newId = this.ids.uuid();
    return bringService(before, folded, { origin, newId, actor, today, isReasonSealed });
  }

  private async rowsOn(
    candidacyIds: readonly string[],
    flow: string,
    context: ApplyContext,
  ): Promise<ReadonlyMap<string, readonly ServiceRow[]>> {
    const found = new Map<string, ServiceRow[]>();
    for (const telling of SERVICE_TELLINGS) {
      const isOwn = telling.flow.code === flow;
      // A file takes back only what files of its own flow said.
      const asked = { ...context, isReplacing: isOwn && context.isReplacing };
      const statements = await this.statements.on(candidacyIds, telling.flow, asked);
      for (const [id, rows] of statements) {
        const told = rows.map((row) => serviceRow(row, telling.factOf(row.row)));
        found.set(id, [...(found.get(id) ?? []), ...told]);
      }
    }
    return found;
  }

  /** The first command of every service, then the second of those that have two. */
  private async write(told: readonly ToldAnew[]): Promise<void> {
    for (let wave = 0; ; wave += 1) {
      const changes = told.flatMap(({ changes: all }) => all[wave] ?? []);
      if (changes.length === 0) break;
      await this.changes.write(changes);
    }
    await this.volunteers.confirmAll(told.flatMap(datedAnew));
    await this.volunteers.keepMonths(told.flatMap((one) => monthsToKeep(one) ?? []));
  }
}

/** The row that says what the service now is acts, else the file. */
function actorOf({ own, folded }: Pick<FoldedCandidate, 'own' | 'folded'>, context: ApplyContext) {
  const line = own.find((said) => folded.standing.has(said))?.line ?? own[0]?.line;
  return line === undefined ? context.actor : actorOfLine(context, line);
}

function exitOf(
  one: FoldedCandidate,
  told: ToldAnew | undefined,
  context: ApplyContext,
): ToldExitOf | null {
  const { candidacy, before, folded, own } = one;
  const after = told?.changes.at(-1)?.after ?? before;
  if (!after) return null;
  const hasEnded = before?.state !== 'exited' && after.state === 'exited';
  const actor = actorOf(one, context);
  return { candidacy, volunteerId: after.id, folded, own, hasEnded, actor };
}

/** A record found as it is told is known to be so from the latest of what was said. */
function datedAnew({ before, folded, changes }: ToldAnew): Confirmation[] {
  const { asOf, facts } = folded;
  if (!before || !asOf || !facts.incorporation || changes.length > 0) return [];
  return [confirmationOf(before, asOf) ?? []].flat();
}

/** Only who was found fit and selected is incorporated, the file being closed or not. */
function isSelected({ decision }: Candidacy): boolean {
  return decision?.code === 'APTE_RETENU';
}

function byVolunteer(acts: readonly VolunteerAct[]): ReadonlyMap<string, VolunteerAct[]> {
  const found = new Map<string, VolunteerAct[]>();
  for (const act of acts) found.set(act.volunteerId, [...(found.get(act.volunteerId) ?? []), act]);
  return found;
}
