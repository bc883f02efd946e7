import { Injectable } from '@nestjs/common';
import {
  Clock,
  labelOf,
  localDateIn,
  UnitOfWork,
  type PersonActor,
} from '../../../kernel/index.js';
import { OrganisationDirectory } from '../../../organisations/index.js';
import { longDate, typeset } from '../../../platform/french/index.js';
import type { Fact } from '../../../platform/pages/index.js';
import { SupportSections, type SupportSection } from '../../../referrals/index.js';
import { CONTRACT_SCHEMES } from '../../domain/code-lists.js';
import { readContract, type ReadContract } from '../../domain/month-view.rules.js';
import { ContractQueries } from '../../use-cases/ports.js';
import {
  contractPath,
  extensionState,
  leftWords,
  recordPath,
  STANDING_WORDS,
  warningWords,
} from '../cej-words.js';

/** What the pages of referrals show of the contracts of somebody; read as part of that page. */
@Injectable()
export class ContractSections extends SupportSections {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: ContractQueries,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async ofPerson(personId: string, actor: PersonActor): Promise<SupportSection> {
    const own = await this.organisations.byId(actor.organisation.id);
    const today = localDateIn(this.clock.now(), own?.timeZone ?? 'Europe/Paris');
    const found = await this.unitOfWork.read(actor, () => this.queries.ofPerson(personId));
    const contracts = found.map(({ contract, services, birthDate }) => {
      const read = readContract(contract, services, birthDate, today);
      return {
        href: contractPath(contract.id),
        title: labelOf(CONTRACT_SCHEMES, contract.scheme),
        facts: factsOf(read),
        warnings: read.warnings.map(warningWords),
      };
    });
    return { contracts, recordHref: recordPath(personId) };
  }
}

function factsOf({ contract, standing }: ReadContract): Fact[] {
  const { extension } = standing;
  return [
    { label: 'Situation', value: STANDING_WORDS[standing.standing].label },
    { label: 'Début', value: longDate(contract.startsOn) },
    { label: 'Fin prévue', value: longDate(contract.plannedEndOn) },
    { label: 'Terme', value: longDate(standing.term) },
    { label: 'Jours restants', value: leftWords(standing.daysLeft) },
    ...(extension
      ? [
          {
            label: 'Prolongation calculée',
            value: typeset(`${longDate(extension.until)}, ${extensionState(extension)}`),
          },
        ]
      : []),
  ];
}
