import { Injectable } from '@nestjs/common';
import {
  actingRole,
  availableCommands,
  Clock,
  localDateIn,
  type Actor,
} from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import { People, youngPersonView, type PersonRecord } from '../../people/index.js';
import { listedOutcome, type OrganisationName } from '../../referrals/index.js';
import type { Candidacy, Decision, MedicalConclusion } from '../domain/candidacy.js';
import { NOT_SELECTED } from '../domain/code-lists.js';
import { candidacyMachine } from '../domain/candidacy.machine.js';
import { tellsRefusalsApart } from '../domain/medical.policy.js';
import type { CandidacySummary } from '../use-cases/ports.js';
import type { CandidacyView } from './candidacy.view.js';

/** How much of a decision a view shows. */
export type DecisionSight = 'listed' | 'own-page';

/** Turns candidacies into what the API answers; runs inside the unit of work that read them. */
@Injectable()
export class CandidacyPresenter {
  constructor(
    private readonly people: People,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  /** One view per summary, in order. */
  async views(
    summaries: readonly CandidacySummary[],
    actor: Actor,
    sight: DecisionSight,
    conclusions: ReadonlyMap<string, MedicalConclusion> = new Map(),
  ): Promise<CandidacyView[]> {
    const ids = summaries.map(({ candidacy }) => candidacy.personId);
    const people = new Map((await this.people.byIds(ids)).map((person) => [person.id, person]));
    return Promise.all(
      summaries.map(async (summary) => ({
        ...(await this.view(summary, actor, people.get(summary.candidacy.personId))),
        outcome: shown(summary.candidacy.decision, sight, conclusions.get(summary.candidacy.id)),
      })),
    );
  }

  /** The view of one file on its own page. */
  async ownPage(
    summary: CandidacySummary,
    actor: Actor,
    conclusions: ReadonlyMap<string, MedicalConclusion>,
  ): Promise<CandidacyView> {
    const sight = tellsRefusalsApart(actor, null, false) ? 'own-page' : 'listed';
    const [view] = await this.views([summary], actor, sight, conclusions);
    if (!view) throw new Error('one view per summary');
    return view;
  }

  private async view(
    { candidacy, reference, createdAt }: CandidacySummary,
    actor: Actor,
    person: PersonRecord | undefined,
  ): Promise<Omit<CandidacyView, 'outcome'>> {
    const unit = await this.organisations.byId(candidacy.unitId);
    return {
      id: candidacy.id,
      reference,
      referralId: candidacy.referralId,
      unitFileNumber: candidacy.unitFileNumber,
      state: candidacy.state,
      stateOn: candidacy.stateOn,
      acknowledgedOn: candidacy.acknowledgedOn,
      convokedOn: candidacy.convokedOn,
      origin: candidacy.origin,
      missionLocale: await this.nameOf(candidacy.missionLocaleId),
      unit: { code: unit?.code ?? '', name: unit?.usualName ?? '' },
      youngPerson: person ? youngPersonView(person) : null,
      createdAt,
      availableCommands: this.commandsFor(candidacy, actor, unit?.timeZone ?? 'Europe/Paris'),
    };
  }

  private async nameOf(id: string | null): Promise<OrganisationName | null> {
    const organisation = id ? await this.organisations.byId(id) : undefined;
    return organisation ? { code: organisation.code, name: organisation.usualName } : null;
  }

  /**
   * A masked outcome is not opened for a button: `reopen` is then proposed and decided on use. So it
   * is after a selection, which reads the same in lists: the button must not tell them apart.
   */
  private commandsFor(candidacy: Candidacy, actor: Actor, zone: string): string[] {
    const today = localDateIn(this.clock.now(), zone);
    const context = {
      today,
      asOf: { on: today, sequence: 0, line: 0 },
      medical: null,
      isCorrection: false,
    };
    const role = actingRole(actor);
    const possible: string[] = availableCommands(candidacyMachine, candidacy, role, context);
    const isListedAsNotSelected = listedOutcome(candidacy.decision)?.code === NOT_SELECTED;
    const mayTryReopening =
      candidacy.state === 'decided' && isListedAsNotSelected && possible.includes('close');
    return mayTryReopening ? [...possible, 'reopen'] : possible;
  }
}

function shown(
  decision: Decision | null,
  sight: DecisionSight,
  conclusion: MedicalConclusion | undefined,
): Decision | null {
  if (!decision) return null;
  if (sight === 'own-page') return { ...decision, ...conclusion };
  return { ...decision, code: listedOutcome(decision)?.code ?? decision.code } as Decision;
}
