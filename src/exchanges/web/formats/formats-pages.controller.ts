import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ROLES, type PersonActor } from '../../../kernel/index.js';
import type { Crumb, Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { FlowNotFound } from '../../domain/exchange-errors.js';
import { flowNamed, FLOWS } from '../../flows/index.js';
import { formatPage, formatsPage } from './page.js';
import { flowLine, flowWords } from './presenter.js';

const EVERYBODY = { roles: [...ROLES] } as const;

/** What the files hold, made from the declarations of the flows: for everybody who signs in. */
@ApiExcludeController()
@Controller('echanges/formats')
export class FormatsPagesController {
  @Get()
  @Allow(EVERYBODY)
  list(@CurrentActor() actor: PersonActor): Page {
    return formatsPage(FLOWS.map(flowLine), crumbsFor(actor));
  }

  @Get(':flow')
  @Allow(EVERYBODY)
  one(@Param('flow') code: string, @CurrentActor() actor: PersonActor): Page {
    const flow = flowNamed(code);
    if (!flow) throw new FlowNotFound();
    const formats = { href: '/echanges/formats', label: 'Formats des fichiers' };
    return formatPage(flowWords(flow), [...crumbsFor(actor), formats]);
  }
}

/** Only those who may open the exchanges are led back there. */
function crumbsFor({ role }: PersonActor): readonly Crumb[] {
  const isReader = ['exchange-operator', 'ml-manager', 'unit-manager'].includes(role);
  return isReader ? [{ href: '/echanges', label: 'Échanges de fichiers' }] : [];
}
