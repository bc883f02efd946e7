import { Global, Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { SupportFollower, SupportSections } from '../referrals/index.js';
import { ReferralsModule } from '../referrals/referrals.module.js';
import { DatabaseContractQueries } from './db/database-contract-queries.js';
import { DatabaseContracts } from './db/database-contracts.js';
import { CejContractCommandsController } from './http/cej-contract-commands.controller.js';
import { CejContractPresenter } from './http/cej-contract.presenter.js';
import { CejContractsController } from './http/cej-contracts.controller.js';
import { ConsultContracts } from './use-cases/consult-contracts.js';
import { ConsultMonth } from './use-cases/consult-month.js';
import { ContractChanges } from './use-cases/contract-changes.js';
import { FollowReferrals } from './use-cases/follow-referrals.js';
import { ContractQueries, Contracts } from './use-cases/ports.js';
import { RecordContract } from './use-cases/record-contract.js';
import { RunContractCommand } from './use-cases/run-contract-command.js';
import { CejActController } from './web/act/act.controller.js';
import { CejContractController } from './web/contract/contract.controller.js';
import { ContractFiles } from './web/contract/contract-files.js';
import { CejHome } from './web/home/cej-home.js';
import { CejMonthController } from './web/month/month.controller.js';
import { ContractSections } from './web/panel/contract-sections.js';
import { CejRecordController } from './web/record/record.controller.js';

/** Contracts beside a service. Global because it answers ports of the referrals below. */
@Global()
@Module({
  imports: [PeopleModule, ReferralsModule],
  controllers: [
    CejContractsController,
    CejContractCommandsController,
    CejMonthController,
    CejContractController,
    CejRecordController,
    CejActController,
  ],
  providers: [
    { provide: Contracts, useClass: DatabaseContracts },
    { provide: ContractQueries, useClass: DatabaseContractQueries },
    { provide: SupportFollower, useClass: FollowReferrals },
    { provide: SupportSections, useClass: ContractSections },
    ContractChanges,
    ConsultContracts,
    ConsultMonth,
    RecordContract,
    RunContractCommand,
    CejContractPresenter,
    ContractFiles,
    CejHome,
  ],
  exports: [SupportFollower, SupportSections, Contracts, ContractQueries, ContractChanges, CejHome],
})
export class CejModule {}
