import { Injectable } from '@nestjs/common';
import {
  BLANK_APPLICANT,
  DirectApplicants,
  decideDirect,
  DirectChanges,
  invitationTimes,
  isPastKeeping,
  PlaceApplicants,
  type DirectAct,
  type DirectApplicant,
  type DirectChange,
  type DirectRequest,
} from '../../../direct-applicants/index.js';
import { Ids, isNotOlder, type LocalDate } from '../../../kernel/index.js';
import { isActiveOn, OrganisationDirectory } from '../../../organisations/index.js';
import { ReturnPlaces } from '../../../returns/index.js';
import type { ApplyContext } from '../../use-cases/flow-ports.js';
import { ReadStatements } from '../../use-cases/statements.js';
import { actorOfLine, type RowRefusal } from '../row-fates.js';
import { isAsSaid, saidBy, type DirectLine } from './applicant-of-row.js';
import { CANDIDATS_DIRECTS } from './flow.js';

/** An applicant of whom something is told, with the rows of this file. */
export interface AskedApplicant {
  /** Null of whom nothing is known yet. */
  readonly current: DirectApplicant | null;
  readonly unitFileNumber: string;
  readonly own: readonly DirectLine[];
}

/** What became of it. */
export interface ToldApplicant {
  /** The row that says what the record is; null when a person said it since, or nothing is left. */
  readonly standing: DirectLine | null;
  readonly record: DirectApplicant | null;
  readonly change: DirectChange | null;
  readonly refusal: RowRefusal | null;
}

type Placed = NonNullable<DirectRequest['placed']>;

const WITHDRAWN: RowRefusal = {
  code: 'TRANSITION_INTERDITE',
  column: 'numero_dossier_unite',
  precision: 'CANDIDAT_RETIRE',
};
/** The next round would erase it: nothing is written. */
const TOO_OLD: RowRefusal = {
  code: 'CHRONOLOGIE',
  column: 'date_invitation',
  precision: 'INVITATION_TROP_ANCIENNE',
};
const CLOSED: RowRefusal = { code: 'CODE_INCONNU', column: 'code_structure_proposee' };

/**
 * Tells applicants from all that the files of their unit said of them, whatever the order they came in:
 * the last row stands, unless a person said something since (exchange.md 7.e.2-3; ADR 0039).
 */
@Injectable()
export class TellApplicants {
  constructor(
    private readonly statements: ReadStatements,
    private readonly applicants: DirectApplicants,
    private readonly placing: PlaceApplicants,
    private readonly places: ReturnPlaces,
    private readonly organisations: OrganisationDirectory,
    private readonly changes: DirectChanges,
    private readonly ids: Ids,
  ) {}

  /** In the order asked. */
  async execute(
    asked: readonly AskedApplicant[],
    context: ApplyContext,
  ): Promise<readonly ToldApplicant[]> {
    const known = asked.flatMap(({ current }) => current?.id ?? []);
    const said = await this.statements.on(known, CANDIDATS_DIRECTS, context);
    const choices = new Map(
      (await this.applicants.actsOn(known)).filter(isChoice).map(byApplicant),
    );
    const told: ToldApplicant[] = [];
    for (const one of asked) {
      const before = (said.get(one.current?.id ?? '') ?? []) as readonly DirectLine[];
      const choice = choices.get(one.current?.id ?? '') ?? null;
      told.push(await this.tell(one, lastOf([...before, ...one.own]), choice, context));
    }
    await this.changes.write(told.flatMap(({ change }) => change ?? []));
    return told;
  }

  private async tell(
    asked: AskedApplicant,
    last: DirectLine | null,
    choice: DirectAct | null,
    context: ApplyContext,
  ): Promise<ToldApplicant> {
    const { current } = asked;
    const nothing = { standing: null, record: current, change: null, refusal: null };
    if (current?.state === 'withdrawn' && current.saidOn !== null) {
      return { ...nothing, standing: last, refusal: WITHDRAWN };
    }
    const isSaidSince = current?.saidOn && !(last && last.asOf.on > current.saidOn);
    if (isSaidSince) return nothing;
    if (!last) return current ? this.takenBack(current, context) : nothing;
    const placed = await this.placeOf(current, last, choice, context);
    if (placed === 'as-it-is') return { ...nothing, standing: last };
    if (isPastKeeping(last.row.date_invitation, context.today)) {
      return { ...nothing, standing: last, refusal: TOO_OLD };
    }
    if (!placed) return { ...nothing, standing: last, refusal: CLOSED };
    return this.said(asked, last, placed, context);
  }

  /** Nothing is left of what files said: the identity goes with it. */
  private async takenBack(current: DirectApplicant, context: ApplyContext): Promise<ToldApplicant> {
    const nothing = { standing: null, record: current, change: null, refusal: null };
    if (current.state === 'withdrawn') return nothing;
    const times = await this.timesOf(current.missionLocaleId, context);
    const { actor, today } = context;
    const request = { applicant: current, command: 'withdraw', actor, today, times } as const;
    const decision = decideDirect(request);
    if (!decision.ok) throw new Error(`a unit may always withdraw: ${decision.refusal}`);
    return { ...nothing, record: decision.change.after, change: decision.change };
  }

  private async said(
    { current, unitFileNumber, own }: AskedApplicant,
    last: DirectLine,
    placed: Placed,
    context: ApplyContext,
  ): Promise<ToldApplicant> {
    const said = saidBy(last.row);
    const applicant = current ?? {
      ...BLANK_APPLICANT,
      ...said,
      id: this.ids.uuid(),
      unitId: context.emitter.id,
      unitFileNumber,
      stateOn: said.invitedOn,
    };
    const decision = decideDirect({
      ...{ applicant, said, placed },
      command: current ? 'correct' : 'record',
      actor: own.includes(last) ? actorOfLine(context, last.line) : context.actor,
      today: context.today,
      times: await this.timesOf(placed.missionLocaleId, context),
      asOf: last.asOf,
    });
    if (!decision.ok) throw new Error(`a file may always be told anew: ${decision.refusal}`);
    const { change } = decision;
    return { standing: last, record: change.after, change, refusal: null };
  }

  /**
   * Where the row leads, whatever rows led elsewhere before; `as-it-is` when it says nothing new; undefined
   * when it names one that closed. What a human chose, or a mission locale gave back, holds.
   */
  private async placeOf(
    current: DirectApplicant | null,
    { row, asOf }: DirectLine,
    choice: DirectAct | null,
    { emitter, today }: ApplyContext,
  ): Promise<Placed | 'as-it-is' | undefined> {
    const said = saidBy(row);
    const code = row.code_structure_proposee;
    const byRow = { code, hasAgreed: said.agreement !== null, unitId: emitter.id };
    if (!current) return this.placing.place(said, byRow, today);
    const isOverruled = choice !== null && choice.asOf.on >= asOf.on;
    const placed = (await this.isHeld(current, choice, today))
      ? await this.placing.placeAgain(current, said, isOverruled ? null : code, today)
      : await this.placing.place(said, byRow, today);
    const isThere = placed && isAsSaid(current, said) && isAt(current, placed);
    return isThere ? 'as-it-is' : placed;
  }

  /** True when something else than a row decided where the applicant is. */
  private async isHeld(
    { state, missionLocaleId }: DirectApplicant,
    choice: DirectAct | null,
    today: LocalDate,
  ): Promise<boolean> {
    const here = await this.organisations.byId(missionLocaleId ?? '');
    const isGivenBack = state === 'to-assign' && missionLocaleId !== null;
    const isClosed = here !== undefined && !isActiveOn(here, today);
    return choice !== null || isGivenBack || isClosed;
  }

  private async timesOf(missionLocaleId: string | null, { emitter, today }: ApplyContext) {
    const inCharge = { unitId: emitter.id, missionLocaleId };
    const { book } = (await this.places.of([inCharge]))(inCharge);
    return invitationTimes(book, today);
  }
}

function lastOf(lines: readonly DirectLine[]): DirectLine | null {
  return lines.reduce<DirectLine | null>(
    (last, line) => (last === null || isNotOlder(line.asOf, last.asOf) ? line : last),
    null,
  );
}

/** The mission locale was chosen by hand. */
function isChoice({ command }: DirectAct): boolean {
  return command === 'assign';
}

function byApplicant(act: DirectAct): [string, DirectAct] {
  return [act.applicantId, act];
}

/** Whom the mission locale answered for is with it as before. */
function isAt({ state, missionLocaleId }: DirectApplicant, placed: Placed): boolean {
  const isSameState =
    state === placed.state || (state === 'answered' && placed.state === 'announced');
  return isSameState && missionLocaleId === placed.missionLocaleId;
}
