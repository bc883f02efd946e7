import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';
import { DatabaseReferenceArchive } from './db/database-reference-archive.js';
import { OrganisationsModule } from './organisations.module.js';
import { ChangeOrganisation } from './use-cases/change-organisation.js';
import { ConsultRegister } from './use-cases/consult-register.js';
import { ConsultReferenceData } from './use-cases/reference/consult-reference-data.js';
import { ConventionKeeper } from './use-cases/reference/convention-keeper.js';
import { CoverageKeeper } from './use-cases/reference/coverage-keeper.js';
import { ImportReferenceFile } from './use-cases/reference/import-reference-file.js';
import { OrganisationKeeper } from './use-cases/reference/organisation-keeper.js';
import { ReferenceArchive } from './use-cases/reference/reference-archive.js';
import { ReferenceKeepers } from './use-cases/reference/reference-keepers.js';
import { RegisterPagesController } from './web/organisations/register-pages.controller.js';
import { ReferencePagesController } from './web/reference/reference-pages.controller.js';

/**
 * The pages that administer the register. `OpenFiles` and `PrerequisiteSetKeeper` come from the referrals and
 * `DeadlineSetKeeper` from the returns, which are above: the composition root gives their modules.
 */
@Module({})
export class RegisterPagesModule {
  static with(imports: NonNullable<ModuleMetadata['imports']>): DynamicModule {
    return {
      module: RegisterPagesModule,
      imports: [OrganisationsModule, ...imports],
      controllers: [RegisterPagesController, ReferencePagesController],
      providers: [
        ConsultRegister,
        ChangeOrganisation,
        { provide: ReferenceArchive, useClass: DatabaseReferenceArchive },
        OrganisationKeeper,
        ConventionKeeper,
        CoverageKeeper,
        ReferenceKeepers,
        ImportReferenceFile,
        ConsultReferenceData,
      ],
    };
  }
}
