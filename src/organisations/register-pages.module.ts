import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';
import { OrganisationsModule } from './organisations.module.js';
import { ChangeOrganisation } from './use-cases/change-organisation.js';
import { ConsultRegister } from './use-cases/consult-register.js';
import { RegisterPagesController } from './web/organisations/register-pages.controller.js';

/**
 * The pages that administer the register. `OpenFiles` comes from the referrals, which are above: the
 * composition root gives their module.
 */
@Module({})
export class RegisterPagesModule {
  static with(imports: NonNullable<ModuleMetadata['imports']>): DynamicModule {
    return {
      module: RegisterPagesModule,
      imports: [OrganisationsModule, ...imports],
      controllers: [RegisterPagesController],
      providers: [ConsultRegister, ChangeOrganisation],
    };
  }
}
