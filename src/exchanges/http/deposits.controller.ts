import { Controller, Post, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/index.js';
import { Configuration } from '../../platform/config/index.js';
import { AcceptsMultipart, Idempotency } from '../../platform/http/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import { doorFault } from '../catalogue/index.js';
import { sealFile } from '../deposit/index.js';
import type { ExchangeFile } from '../domain/exchange-file.js';
import { DEPOSIT_WINDOW_SECONDS } from '../use-cases/emitter-habits.js';
import { DepositFile } from '../use-cases/deposit-file.js';
import { ReceiptView, receiptView, refusalProblem } from './receipt.view.js';
import { withUpload, type Upload } from './upload.js';

const MEGABYTE = 1024 * 1024;
const TOO_MANY = 429;

const BODY = {
  schema: {
    type: 'object',
    required: ['file', 'manifest'] as string[],
    properties: {
      file: { type: 'string', format: 'binary', description: 'Fichier CSV' },
      manifest: { type: 'string', description: 'Manifeste JSON, en fichier ou en texte' },
    },
  },
};

/** The door of the files (contract.md 2, File exchange). */
@ApiTags('Échanges')
@Controller('api/v1/exchanges')
export class DepositsController {
  constructor(
    private readonly depositFile: DepositFile,
    private readonly idempotency: Idempotency,
    private readonly configuration: Configuration,
  ) {}

  @Post()
  @Allow({
    roles: ['ml-machine', 'unit-machine', 'exchange-operator'],
    scope: 'exchanges:write',
  })
  @AcceptsMultipart()
  @ApiBody(BODY)
  @ApiAcceptedResponse({ type: ReceiptView })
  async deposit(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentActor() actor: Actor,
  ): Promise<unknown> {
    return withUpload(request, async (upload) => {
      const hasKey = request.headers['idempotency-key'] !== undefined;
      const body = hasKey ? await fingerprintOf(upload) : null;
      return this.idempotency.run({ request, reply, actor, body }, async () => {
        const file = await this.receive(upload, actor);
        return file.state === 'refused' ? refusal(reply, file) : receipt(reply, file);
      });
    });
  }

  private async receive(upload: Upload, actor: Actor): Promise<ExchangeFile> {
    const deposit = { ...upload, channel: 'api' } as const;
    const haste = await this.depositFile.haste(actor);
    if (haste) return this.depositFile.refuse(haste, deposit, actor);
    if (!upload.isTooLarge) return this.depositFile.execute(deposit, actor);
    const limit = Math.floor(this.configuration.limits.maximumFileBytes / MEGABYTE);
    const fault = doorFault('TAILLE_EXCESSIVE', { limite: limit });
    return this.depositFile.refuse(fault, deposit, actor);
  }
}

/** What makes two deposits the same: name, manifest and bytes. */
async function fingerprintOf(upload: Upload): Promise<unknown> {
  const { sha256 } = await sealFile(upload.source);
  return [upload.fileName, upload.manifestText, sha256];
}

function receipt(reply: FastifyReply, file: ExchangeFile): ReceiptView {
  void reply.status(202).header('location', `/api/v1/exchanges/${file.id}`);
  return receiptView(file);
}

/** Not thrown: the refusal itself is recorded, and must be kept with its idempotency key. */
function refusal(reply: FastifyReply, file: ExchangeFile): unknown {
  const problem = refusalProblem(file);
  if (problem.status === TOO_MANY) void reply.header('retry-after', String(DEPOSIT_WINDOW_SECONDS));
  void reply.status(problem.status).type('application/problem+json; charset=utf-8');
  return problem;
}
