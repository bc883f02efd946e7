import { Controller, Get } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/index.js';
import { OrganisationName } from '../../referrals/index.js';
import { ApiPage, type Page } from '../../platform/http/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import { SILENCE_AGES } from '../domain/silence.rules.js';
import { ConsultSilences } from '../use-cases/consult-silences.js';

/** Whom silence climbs to: national and regional bodies, by figures alone (domain.md 9.4). */
const READERS = { roles: ['national-pilot', 'national-machine'], scope: 'returns:read' } as const;

/** A mission locale that leaves returns without a sign: figures, and nobody. */
export class ReturnSilenceView {
  @ApiProperty({ type: OrganisationName })
  readonly missionLocale: OrganisationName;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Retours en retard ; null de 1 à 10, pour que personne ne soit reconnu',
  })
  readonly returns: number | null;
  @ApiProperty({ enum: SILENCE_AGES, description: 'Depuis quand dure le plus ancien' })
  readonly oldest: string;
  @ApiProperty({ format: 'date-time' })
  readonly countedAt: string;
}

/** The same figures as the page `/retours-signales`, for the software of a body (ADR 0037). */
@ApiTags('Retours')
@Controller('api/v1/return-silences')
export class ReturnSilencesController {
  constructor(private readonly consult: ConsultSilences) {}

  /** All of them at once: there are never more than missions locales. */
  @Get()
  @Allow(READERS)
  @ApiPage(ReturnSilenceView)
  async list(@CurrentActor() actor: Actor): Promise<Page<ReturnSilenceView>> {
    const silent = await this.consult.of(actor);
    const items = silent.map(({ missionLocale, returns, age, countedAt }) => ({
      missionLocale: { code: missionLocale.code, name: missionLocale.usualName },
      returns,
      oldest: age,
      countedAt,
    }));
    return { items, next: null, total: items.length };
  }
}
