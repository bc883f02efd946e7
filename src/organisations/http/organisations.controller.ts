import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ROLES } from '../../kernel/index.js';
import { ApiPage, decodeCursor, mapPage, pageOf } from '../../platform/http/index.js';
import type { Page } from '../../platform/http/index.js';
import { Allow } from '../../platform/security/index.js';
import { OrganisationUnknown } from '../domain/errors.js';
import type { Organisation } from '../domain/organisation.js';
import { OrganisationDirectory } from '../use-cases/ports.js';
import { OrganisationView, viewOfOrganisation } from './organisation.view.js';
import { SearchOrganisationsRequest } from './search-organisations.request.js';

/** The register is public to whoever is signed in: it says who may be written to. */
const READERS = {
  roles: [...ROLES, 'ml-machine', 'unit-machine', 'national-machine'],
  scope: 'organisations:read',
} as const;

/** Organisations of the register. */
@ApiTags('Organisations')
@Controller('api/v1/organisations')
export class OrganisationsController {
  constructor(private readonly directory: OrganisationDirectory) {}

  @Get()
  @Allow(READERS)
  @ApiOperation({ summary: 'Liste les missions locales, les unités et les instances nationales' })
  @ApiPage(OrganisationView)
  async list(@Query() search: SearchOrganisationsRequest): Promise<Page<OrganisationView>> {
    const [after] = search.cursor ? decodeCursor(search.cursor, ['text'], LIST, search) : [''];
    const found = (await this.directory.all(search.kind ?? undefined)).filter((one) =>
      matches(one, search),
    );
    const rows = found.filter(({ code }) => code > after).slice(0, search.limit + 1);
    const { limit } = search;
    const page = pageOf({
      rows,
      limit,
      total: found.length,
      positionOf: ({ code }) => [code],
      list: LIST,
      search,
    });
    return mapPage(page, viewOfOrganisation);
  }

  @Get(':code')
  @Allow(READERS)
  @ApiOperation({ summary: 'Montre une organisation' })
  @ApiOkResponse({ type: OrganisationView })
  async show(@Param('code') code: string): Promise<OrganisationView> {
    const organisation = await this.directory.byCode(code);
    if (!organisation) throw new OrganisationUnknown();
    return viewOfOrganisation(organisation);
  }
}

const LIST = 'organisations';

function matches(one: Organisation, search: SearchOrganisationsRequest): boolean {
  const wanted = [
    [search.scheme, one.scheme],
    [search.territory, one.territory],
    [search.code, one.code],
  ];
  return wanted.every(([filter, value]) => !filter || filter === value);
}
