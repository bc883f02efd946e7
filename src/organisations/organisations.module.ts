import { Module } from '@nestjs/common';
import { DatabaseOrganisationDirectory } from './db/database-organisation-directory.js';
import { DatabaseOrganisationRegister } from './db/database-organisation-register.js';
import { CommuneDirectory } from './domain/commune-directory.js';
import { OrganisationsController } from './http/organisations.controller.js';
import { EtalabCommunes } from './reference/etalab-communes.js';
import { LoadReferenceData } from './use-cases/load-reference-data.js';
import { OrganisationDirectory, OrganisationRegister } from './use-cases/ports.js';
import { RegisterJournal } from './use-cases/register-journal.js';

/** The register of organisations, conventions, coverage and communes. */
@Module({
  controllers: [OrganisationsController],
  providers: [
    DatabaseOrganisationDirectory,
    { provide: OrganisationDirectory, useExisting: DatabaseOrganisationDirectory },
    { provide: OrganisationRegister, useClass: DatabaseOrganisationRegister },
    { provide: CommuneDirectory, useFactory: () => EtalabCommunes.read() },
    RegisterJournal,
    LoadReferenceData,
  ],
  exports: [
    OrganisationDirectory,
    OrganisationRegister,
    CommuneDirectory,
    RegisterJournal,
    LoadReferenceData,
  ],
})
export class OrganisationsModule {}
