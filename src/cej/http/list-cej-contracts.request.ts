import type { CodeList } from '../../kernel/index.js';
import { OptionalCodeOf, OptionalText, OptionalUuid } from '../../platform/fields/index.js';
import { PageRequest } from '../../platform/http/index.js';
import { CONTRACT_SCHEMES, type ContractScheme } from '../domain/code-lists.js';
import { CONTRACT_STATES, type ContractState } from '../domain/contract.js';

const STATES: CodeList = {
  name: 'state',
  about: 'Fin réelle enregistrée (ended) ou non (open)',
  values: CONTRACT_STATES.map((code) => ({ code, label: code })),
};

/** Query of `GET /api/v1/cej-contracts`. */
export class ListCejContractsRequest extends PageRequest {
  @OptionalCodeOf(CONTRACT_SCHEMES)
  readonly scheme?: ContractScheme | null;

  @OptionalCodeOf(STATES)
  readonly state?: ContractState | null;

  @OptionalText({ max: 24, about: 'Référence d’une orientation du jeune' })
  readonly reference?: string | null;

  @OptionalUuid({ about: 'Identifiant du jeune' })
  readonly youngPerson?: string | null;
}
