import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../security/index.js';
import type { Asset } from './assets.js';
import { PageAssets } from './page-assets.js';

const FOR_EVER = 'public, max-age=31536000, immutable';

/** Stylesheet, script and icon of the pages. */
@ApiExcludeController()
@Controller('actifs')
export class AssetsController {
  constructor(private readonly assets: PageAssets) {}

  @Get(':hash/:name')
  @Public()
  file(
    @Param('hash') hash: string,
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    const asset = this.assets.at(`/actifs/${hash}/${name}`);
    if (!asset) throw new NotFoundException();
    const [encoding, bytes] = encoded(asset, request.headers['accept-encoding'] ?? '');
    if (encoding !== undefined) reply.header('content-encoding', encoding);
    void reply
      .header('cache-control', FOR_EVER)
      .header('vary', 'accept-encoding')
      .type(asset.type)
      .send(bytes);
  }
}

function encoded(asset: Asset, accepted: string): [string | undefined, Buffer] {
  if (/\bbr\b/.test(accepted)) return ['br', asset.brotli];
  if (/\bgzip\b/.test(accepted)) return ['gzip', asset.gzip];
  return [undefined, asset.plain];
}
