import { Injectable } from '@nestjs/common';
import type { OrganisationScope } from '../../kernel/index.js';
import { currentManager } from '../../platform/database/index.js';
import { OrganisationCodes } from '../use-cases/ports.js';

/** Organisations by their code, in PostgreSQL. */
@Injectable()
export class DatabaseOrganisationCodes extends OrganisationCodes {
  override async find(code: string): Promise<OrganisationScope | undefined> {
    const [row]: OrganisationScope[] = await currentManager().query(
      'select id, code, kind from app.organisation where code = $1',
      [code],
    );
    return row;
  }

  override async nameOf(id: string): Promise<string | undefined> {
    const [row]: { usual_name: string }[] = await currentManager().query(
      `select usual_name from app.organisation where id = $1`,
      [id],
    );
    return row?.usual_name;
  }
}
