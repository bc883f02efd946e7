import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/security/index.js';
import { FlowNotFound } from '../domain/exchange-errors.js';
import { blankTemplate, sampleFile, tableSchema, type Flow } from '../flow/index.js';
import { flowNamed, FLOWS } from '../flows/index.js';
import { FlowsView, flowView } from './flow.view.js';

/** What a partner needs to prepare its files: nothing secret, so open to everybody. */
@ApiTags('Échanges de fichiers')
@Controller('api/v1/flows')
export class FlowsController {
  @Get()
  @Public()
  @ApiOkResponse({ type: FlowsView })
  list(): FlowsView {
    return { items: FLOWS.map(flowView), next: null, total: FLOWS.length };
  }

  /** The Table Schema of a flow, in either case (contract.md 2). */
  @Get(':flow/schema.json')
  @Public()
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  schema(@Param('flow') code: string): ReturnType<typeof tableSchema> {
    return tableSchema(found(code));
  }

  @Get(':flow/template.csv')
  @Public()
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  template(@Param('flow') code: string): StreamableFile {
    const flow = found(code);
    return csvFile(blankTemplate(flow), `${flow.code}_modele.csv`);
  }

  @Get(':flow/sample.csv')
  @Public()
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  sample(@Param('flow') code: string): StreamableFile {
    const flow = found(code);
    return csvFile(sampleFile(flow), `${flow.code}_exemple.csv`);
  }
}

function found(code: string): Flow {
  const flow = flowNamed(code);
  if (!flow) throw new FlowNotFound();
  return flow;
}

function csvFile(content: Uint8Array, fileName: string): StreamableFile {
  const disposition = `attachment; filename="${fileName}"`;
  return new StreamableFile(content, { type: 'text/csv; charset=utf-8', disposition });
}
