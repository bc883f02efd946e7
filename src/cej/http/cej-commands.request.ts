import type { LocalDate } from '../../kernel/index.js';
import { CodeOf, Day, Uuid } from '../../platform/fields/index.js';
import {
  CONTRACT_END_REASONS,
  CONTRACT_SCHEMES,
  EXTENSION_MOTIVES,
  type ContractEndReason,
  type ContractScheme,
  type ExtensionMotive,
} from '../domain/code-lists.js';

/** Body of `amend`. */
export class AmendContractRequest {
  @Day({ about: 'Premier jour du contrat' })
  readonly startsOn: LocalDate;

  @Day({ about: 'Fin prévue du contrat' })
  readonly plannedEndOn: LocalDate;
}

/** Body of `POST /api/v1/cej-contracts`: a contract that no referral told. */
export class RecordContractRequest extends AmendContractRequest {
  @Uuid({ about: 'Identifiant du jeune, membre « youngPerson » d’une orientation' })
  readonly youngPersonId: string;

  @CodeOf(CONTRACT_SCHEMES)
  readonly scheme: ContractScheme;
}

/** Body of `extend`. */
export class ExtendContractRequest {
  @Day({ about: 'Dernier jour de la prolongation, dix-huit mois au plus après le début' })
  readonly until: LocalDate;

  @CodeOf(EXTENSION_MOTIVES)
  readonly motive: ExtensionMotive;
}

/** Body of `confirm-extension`: the day as it was read, so that nobody confirms what changed. */
export class ConfirmExtensionRequest {
  @Day({ about: 'Fin de la prolongation calculée, telle qu’elle a été lue' })
  readonly until: LocalDate;
}

/** Body of `end` and `correct-end`. */
export class EndContractRequest {
  @Day({ about: 'Fin réelle du contrat' })
  readonly endedOn: LocalDate;

  @CodeOf(CONTRACT_END_REASONS)
  readonly reason: ContractEndReason;
}
