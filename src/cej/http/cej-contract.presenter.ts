import { Injectable } from '@nestjs/common';
import {
  actingRole,
  availableCommands,
  Clock,
  labelOf,
  localDateIn,
  type Actor,
  type LocalDate,
} from '../../kernel/index.js';
import { OrganisationDirectory, type Organisation } from '../../organisations/index.js';
import { People, youngPersonView, type PersonRecord } from '../../people/index.js';
import { cejContractMachine } from '../domain/cej-contract.machine.js';
import { CONTRACT_WARNINGS } from '../domain/code-lists.js';
import { EXTENSION_RULE } from '../domain/extension-rule.js';
import { readContract, type ReadContract } from '../domain/month-view.rules.js';
import { isActive } from '../domain/standing.rules.js';
import { sightOf } from '../use-cases/consult-contracts.js';
import type { ContractSummary } from '../use-cases/ports.js';
import type { CejContractView, ComputedExtensionView } from './cej-contract.view.js';

/** Turns contracts into what the API answers; runs inside the unit of work that read them. */
@Injectable()
export class CejContractPresenter {
  constructor(
    private readonly people: People,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  /** One view per summary, in order, as things stand today where the mission locale is. */
  async views(summaries: readonly ContractSummary[], actor: Actor): Promise<CejContractView[]> {
    const ids = summaries.map(({ contract }) => contract.personId);
    const people = new Map((await this.people.byIds(ids)).map((person) => [person.id, person]));
    return Promise.all(
      summaries.map(async (summary) => {
        const own = await this.organisations.byId(summary.contract.missionLocaleId);
        return this.view(summary, own, people.get(summary.contract.personId), actor);
      }),
    );
  }

  /** The view of one contract. */
  async one(summary: ContractSummary, actor: Actor): Promise<CejContractView> {
    const [view] = await this.views([summary], actor);
    if (!view) throw new Error('one view per summary');
    return view;
  }

  private view(
    { contract, services, birthDate, createdAt }: ContractSummary,
    own: Organisation | undefined,
    person: PersonRecord | undefined,
    actor: Actor,
  ): CejContractView {
    const today = this.today(own);
    const read = readContract(contract, services, birthDate, today);
    return {
      id: contract.id,
      scheme: contract.scheme,
      state: contract.state,
      isActive: isActive(read.standing),
      standing: read.standing.standing,
      missionLocale: { code: own?.code ?? '', name: own?.usualName ?? '' },
      youngPerson: person ? youngPersonView(person) : null,
      startsOn: contract.startsOn,
      plannedEndOn: contract.plannedEndOn,
      extendedUntil: contract.extension?.until ?? null,
      endedOn: contract.end?.endedOn ?? null,
      extensionMotive: contract.extension?.motive ?? null,
      endReason: contract.end?.reason ?? null,
      term: read.standing.term,
      daysLeft: read.standing.daysLeft,
      computedExtension: extensionView(read),
      warnings: sightOf(actor) === 'own' ? warningViews(read) : [],
      createdAt,
      availableCommands: commandsFor(read, actor),
    };
  }

  private today(own: Organisation | undefined): LocalDate {
    return localDateIn(this.clock.now(), own?.timeZone ?? 'Europe/Paris');
  }
}

function extensionView({ standing: { extension } }: ReadContract): ComputedExtensionView | null {
  if (!extension) return null;
  const { until, servedUntil, isForecast, isConfirmed } = extension;
  return { until, servedUntil, isForecast, isConfirmed, rule: EXTENSION_RULE };
}

function warningViews({ warnings }: ReadContract): CejContractView['warnings'] {
  return warnings.map((warning) => ({
    ...warning,
    detail: labelOf(CONTRACT_WARNINGS, warning.code),
  }));
}

/** What may be done now; nothing is confirmed before there is something to confirm. */
export function commandsFor({ contract, standing }: ReadContract, actor: Actor): string[] {
  const possible = availableCommands(cejContractMachine, contract, actingRole(actor), undefined);
  const { extension } = standing;
  const isToConfirm = extension !== null && !extension.isForecast && !extension.isConfirmed;
  return possible.filter((command) => {
    if (command === 'confirm-extension') return isToConfirm;
    return command !== 'extend' || contract.scheme === 'CEJ';
  });
}
