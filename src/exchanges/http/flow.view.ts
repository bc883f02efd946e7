import { ApiProperty } from '@nestjs/swagger';
import type { Flow } from '../flow/index.js';

/** A flow of the exchange and where its documents are. */
export class FlowView {
  @ApiProperty({ example: 'ORI' })
  readonly code: string;
  @ApiProperty()
  readonly title: string;
  @ApiProperty()
  readonly about: string;
  @ApiProperty({ example: '1.0.0' })
  readonly version: string;
  @ApiProperty({ enum: ['mission-locale', 'unit'] })
  readonly from: string;
  @ApiProperty({ enum: ['mission-locale', 'unit'] })
  readonly to: string;
  @ApiProperty({ description: 'Vrai quand le flux voyage aussi en signalements, nature S' })
  readonly hasNotices: boolean;
  @ApiProperty({ format: 'uri-reference' })
  readonly schema: string;
  @ApiProperty({ format: 'uri-reference' })
  readonly template: string;
  @ApiProperty({ format: 'uri-reference' })
  readonly sample: string;
}

/** The flows, sorted by code. */
export class FlowsView {
  @ApiProperty({ type: [FlowView] })
  readonly items: readonly FlowView[];
  @ApiProperty({ type: String, nullable: true })
  readonly next: null;
  @ApiProperty()
  readonly total: number;
}

/** The view of a flow. */
export function flowView(flow: Flow): FlowView {
  const { code, title, about, version, from, to, hasNotices } = flow;
  const folder = `/api/v1/flows/${code.toLowerCase()}`;
  return {
    code,
    title,
    about,
    version,
    from,
    to,
    hasNotices,
    schema: `${folder}/schema.json`,
    template: `${folder}/template.csv`,
    sample: `${folder}/sample.csv`,
  };
}
