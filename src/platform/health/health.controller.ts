import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../security/index.js';
import { Readiness } from './readiness.js';

interface StatusReply {
  status(code: number): unknown;
}

/** The probes of the platform (contract.md 2). They say a word, never a detail (OPS-11). */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process runs; depends on nothing else. */
  @Get('live')
  @Public()
  live(): { status: string } {
    return { status: 'live' };
  }

  /** The process can do its work: 200 `ready` or `degraded`, 503 `unavailable`. */
  @Get('ready')
  @Public()
  async ready(@Res({ passthrough: true }) reply: StatusReply): Promise<{ status: string }> {
    const level = await this.readiness.level();
    if (level === 'down') reply.status(503);
    return { status: { up: 'ready', degraded: 'degraded', down: 'unavailable' }[level] };
  }
}
