import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '../../organisations/index.js';
import type { ExchangePlace } from '../domain/exchange-file.js';
import type { CheckContext, Flow } from '../flow/index.js';
import { flowNamed } from '../flows/index.js';
import { CheckContexts } from './check-contexts.js';
import type { ReviewedRow } from './apply-reviewed-row.js';
import { FlowApplications, type ApplyContext, type FlowApplication } from './flow-ports.js';

/** What a reviewed row is applied, or taken back, with. */
export interface ReviewedRowWork {
  readonly flow: Flow;
  readonly place: ExchangePlace;
  readonly context: CheckContext;
  readonly apply: ApplyContext;
  readonly application: FlowApplication;
}

/** Gets one row of a processed file ready, in the name of the human who decides on it. */
@Injectable()
export class ReviewedRows {
  constructor(
    private readonly contexts: CheckContexts,
    private readonly organisations: OrganisationDirectory,
    private readonly applications: FlowApplications,
  ) {}

  /** Inside the unit of work of the decision. */
  async prepare({
    file,
    line,
    actor,
  }: Pick<ReviewedRow, 'file' | 'line' | 'actor'>): Promise<ReviewedRowWork> {
    const { place } = file;
    const flow = place && flowNamed(place.flow);
    const emitter = await this.organisations.byId(file.organisationId);
    if (!place || !flow || !emitter) throw new Error('a reviewed row comes from a processed file');
    const nature = place.nature === 'N' || place.nature === 'A' ? 'I' : place.nature;
    const facts = { nature, period: place.period, isSlotOpen: true };
    const context = await this.contexts.of(emitter, facts);
    const apply = {
      actor: { ...actor, channel: { kind: 'file', fileId: file.id, line } as const },
      emitter,
      today: context.on,
      fileId: file.id,
      isReplacing: false,
    };
    return { flow, place, context, apply, application: this.applications.of(flow.code) };
  }
}
