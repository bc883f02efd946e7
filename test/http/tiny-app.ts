import { createHash } from 'node:crypto';
import {
  Body,
  Controller,
  Get,
  Header,
  Injectable,
  Module,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  DomainError,
  UnitOfWork,
  type Actor,
  type Lens,
  type LocalDate,
} from '../../src/kernel/index.js';
import { Day, Nested, OptionalText, Text } from '../../src/platform/fields/index.js';
import { HealthModule } from '../../src/platform/health/health.module.js';
import { ReadinessCheck, type ReadinessLevel } from '../../src/platform/health/index.js';
import { HttpModule } from '../../src/platform/http/http.module.js';
import {
  AcceptsMultipart,
  ApiPage,
  createHttpApplication,
  decodeCursor,
  Idempotency,
  IdempotencyStore,
  PageRequest,
  pageOf,
  ResourceId,
  type IdempotencyClaim,
  type IdempotencyStart,
  type Page,
  type StoredAnswer,
} from '../../src/platform/http/index.js';
import { currentCorrelationId } from '../../src/platform/logging/index.js';
import { LoggingModule } from '../../src/platform/logging/logging.module.js';
import { Allow, Authenticator, CurrentActor, Public } from '../../src/platform/security/index.js';
import { SecurityModule } from '../../src/platform/security/security.module.js';

class Owner {
  @Text({ max: 20 })
  readonly name: string;
}

class PlantTreeRequest {
  @Text({ max: 20, about: 'Nom de l’arbre' })
  readonly name: string;

  @Day()
  readonly plantedOn: LocalDate;

  @Nested(Owner)
  readonly owner: Owner;
}

class SearchTreesRequest extends PageRequest {
  @OptionalText({ max: 20 })
  readonly name?: string | null;
}

class TreeView {
  @Text({ max: 20 })
  readonly name: string;
}

export class TreeFelled extends DomainError {
  readonly code = 'tree-felled';
  readonly kind = 'refused';
}

/** What the tiny application did, for the tests to look at. */
export class Orchard {
  planted: string[] = [];
  correlationIds: (string | undefined)[] = [];
  hold: Promise<void> | undefined;
  level: ReadinessLevel = 'up';
}

@Controller('api/v1/trees')
class TreesController {
  constructor(
    private readonly orchard: Orchard,
    private readonly idempotency: Idempotency,
  ) {}

  @Post()
  @Allow({ roles: ['ml-machine'], scope: 'trees:write' })
  async plant(
    @Body() tree: PlantTreeRequest,
    @CurrentActor() actor: Actor,
  ): Promise<{ id: number; by: string }> {
    await this.orchard.hold;
    this.orchard.correlationIds.push(currentCorrelationId());
    if (tree.name === 'CRASH') throw new TypeError('secret PAYET in a message');
    if (tree.name === 'FELLED') {
      const members = { existing: { id: 'x' }, status: 1 };
      throw new TreeFelled('Cet arbre est abattu.', { members });
    }
    this.orchard.planted.push(tree.name);
    return { id: this.orchard.planted.length, by: actor.id };
  }

  @Get()
  @Allow({ roles: ['ml-machine', 'unit-machine'] })
  @ApiPage(TreeView)
  list(@Query() search: SearchTreesRequest): Page<{ name: string }> {
    if (search.cursor) decodeCursor(search.cursor, ['text'], 'trees');
    const rows = ['ABRICOTIER', 'CERISIER'].map((name) => ({ name }));
    return pageOf({
      rows,
      limit: search.limit,
      total: 2,
      positionOf: ({ name }) => [name],
      list: 'trees',
    });
  }

  @Post('photos')
  @Allow({ roles: ['ml-machine'] })
  @AcceptsMultipart()
  async photo(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentActor() actor: Actor,
  ): Promise<unknown> {
    const bytes = await (await request.file())?.toBuffer();
    const body = createHash('sha256')
      .update(bytes ?? '')
      .digest('hex');
    return this.idempotency.run({ request, reply, actor, body }, async () => {
      this.orchard.planted.push(body);
      return { photos: this.orchard.planted.length };
    });
  }

  @Get('page')
  @Public()
  @Header('content-security-policy', "default-src 'self'")
  page(): string {
    return 'page';
  }

  @Get(':id')
  @Allow({ roles: ['unit-machine', 'ml-adviser'] })
  one(@ResourceId() id: string): { id: string } {
    return { id };
  }
}

/** Knows the tokens of three machines of a mission locale, of one of a unit, and a session. */
@Injectable()
class TokenBook extends Authenticator {
  async authenticate({ authorization }: { authorization?: string }): Promise<Actor | undefined> {
    const correlationId = currentCorrelationId() ?? '';
    const api = { channel: { kind: 'api' }, correlationId } as const;
    const ml = { id: 'org-ml', code: 'ML-974-01', kind: 'mission-locale' } as const;
    const unit = { id: 'org-unit', code: 'RSMA-RE', kind: 'unit' } as const;
    const machine = { type: 'machine', scopes: ['trees:write'] } as const;
    switch (authorization) {
      case 'Bearer ml':
        return { ...machine, ...api, id: 'm1', clientId: 'imilo', organisation: ml };
      case 'Bearer ml-reader':
        return { ...machine, ...api, id: 'm2', clientId: 'b', organisation: ml, scopes: [] };
      case 'Bearer ml-other':
        return { ...machine, ...api, id: 'm4', clientId: 'd', organisation: ml };
      case 'Bearer unit':
        return { ...machine, ...api, id: 'm3', clientId: 'c', organisation: unit };
      case 'Bearer session':
        return {
          type: 'person',
          id: 'p1',
          role: 'ml-adviser',
          organisation: ml,
          channel: { kind: 'page' },
          correlationId,
        };
      default:
        return undefined;
    }
  }
}

@Injectable()
class OrchardCheck extends ReadinessCheck {
  readonly name = 'orchard';

  constructor(private readonly orchard: Orchard) {
    super();
  }

  async check(): Promise<ReadinessLevel> {
    return this.orchard.level;
  }
}

/** Keeps answers as the database will: nothing of a unit of work that failed stays. */
export class MemoryStore extends IdempotencyStore {
  readonly kept = new Map<string, { fingerprint: string; answer?: StoredAnswer }>();

  async begin({ key, client, fingerprint }: IdempotencyClaim): Promise<IdempotencyStart> {
    const known = this.kept.get(`${client} ${key}`);
    if (!known) {
      this.kept.set(`${client} ${key}`, { fingerprint });
      return { state: 'new' };
    }
    if (known.fingerprint !== fingerprint) return { state: 'other-payload' };
    return known.answer ? { state: 'replay', answer: known.answer } : { state: 'running' };
  }

  async complete({ key, client, fingerprint }: IdempotencyClaim, answer: StoredAnswer) {
    this.kept.set(`${client} ${key}`, { fingerprint, answer });
  }

  forgetUnfinished(): void {
    for (const [key, { answer }] of this.kept) if (!answer) this.kept.delete(key);
  }
}

@Injectable()
class MemoryUnitOfWork extends UnitOfWork {
  constructor(private readonly store: IdempotencyStore) {
    super();
  }

  async run<T>(_actor: Actor, work: () => Promise<T>, _options?: { lens?: Lens }): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (this.store instanceof MemoryStore && isEffect(error)) this.store.forgetUnfinished();
      throw error;
    }
  }
}

/** A request told to wait has not begun anything it could undo. */
function isEffect(error: unknown): boolean {
  return !(error instanceof DomainError && error.code.startsWith('idempotency-'));
}

const SHARED = [
  Orchard,
  TokenBook,
  OrchardCheck,
  { provide: IdempotencyStore, useClass: MemoryStore },
  { provide: UnitOfWork, useClass: MemoryUnitOfWork },
];

@Module({ providers: SHARED, exports: SHARED })
class OrchardModule {}

export interface TinyApp {
  readonly app: NestFastifyApplication;
  readonly orchard: Orchard;
  /** Parsed lines of the log. */
  readonly lines: () => Record<string, unknown>[];
  readonly raw: () => string;
}

const CONFIGURATION = {
  http: { publicUrl: 'https://passerelle.test', trustProxy: false },
  limits: { maximumFileBytes: 50_000_000 },
} as const;

/** A small orchard behind the real door, without a database; `extra` adds controllers. */
export async function tinyApp(...extra: (new () => object)[]): Promise<TinyApp> {
  const written: string[] = [];
  const destination = { write: (line: string) => void written.push(line) };

  @Module({
    imports: [
      LoggingModule.with({ destination }),
      SecurityModule.with({ imports: [OrchardModule], authenticators: [TokenBook] }),
      HealthModule.with({ imports: [OrchardModule], checks: [OrchardCheck], metricsPort: 0 }),
      HttpModule.with({ imports: [OrchardModule] }),
      OrchardModule,
    ],
    controllers: [TreesController, ...extra],
  })
  class TinyModule {}

  const app = await createHttpApplication(TinyModule, { configuration: CONFIGURATION });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    orchard: app.get(Orchard),
    raw: () => written.join(''),
    lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}
