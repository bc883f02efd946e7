import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/index.js';
import { ApiPage, type Page } from '../../platform/http/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import { ListExpectedFiles } from '../use-cases/list-expected-files.js';
import { ExpectedFileView } from './expected-file.view.js';

const READERS = {
  roles: ['exchange-operator', 'ml-manager', 'unit-manager', 'ml-machine', 'unit-machine'],
  scope: 'exchanges:read',
} as const;

/** The files an organisation has to send. Declared before `/exchanges/:id`, which it would match. */
@ApiTags('Échanges de fichiers')
@Controller('api/v1/exchanges/expected')
export class ExpectedExchangesController {
  constructor(private readonly expected: ListExpectedFiles) {}

  @Get()
  @Allow(READERS)
  @ApiPage(ExpectedFileView)
  async list(@CurrentActor() actor: Actor): Promise<Page<ExpectedFileView>> {
    const items = await this.expected.execute(actor);
    return { items, next: null, total: items.length };
  }
}
