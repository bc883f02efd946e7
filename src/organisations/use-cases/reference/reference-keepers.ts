import { Injectable } from '@nestjs/common';
import { REFERENCE_SETS, type ReferenceSetName } from '../../domain/reference-table.js';
import { ConventionKeeper } from './convention-keeper.js';
import { CoverageKeeper } from './coverage-keeper.js';
import { DeadlineSetKeeper } from './deadline-set.js';
import { OrganisationKeeper } from './organisation-keeper.js';
import { PrerequisiteSetKeeper } from './prerequisite-set.js';
import type { ReferenceKeeper } from './reference-keeper.js';

/** The keeper of each set. */
@Injectable()
export class ReferenceKeepers {
  private readonly all: Readonly<Record<ReferenceSetName, ReferenceKeeper>>;

  constructor(
    organisations: OrganisationKeeper,
    conventions: ConventionKeeper,
    coverage: CoverageKeeper,
    deadlines: DeadlineSetKeeper,
    prerequisites: PrerequisiteSetKeeper,
  ) {
    this.all = {
      organismes: organisations,
      conventions,
      couverture: coverage,
      delais: deadlines,
      prerequis: prerequisites,
    };
  }

  of(set: ReferenceSetName): ReferenceKeeper {
    return this.all[set];
  }

  /** In the order in which they build upon each other. */
  each(): readonly ReferenceKeeper[] {
    return REFERENCE_SETS.map((set) => this.all[set]);
  }
}
