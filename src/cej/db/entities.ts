import { CejContractEntity } from './cej-contract.entity.js';
import { CejContractMotiveEntity } from './cej-contract-motive.entity.js';
import { CejContractTransitionEntity } from './cej-contract-transition.entity.js';

/** The tables of this feature, for the data source; they refer to those of other features by name. */
export const CEJ_ENTITIES = [
  CejContractEntity,
  CejContractMotiveEntity,
  CejContractTransitionEntity,
];
