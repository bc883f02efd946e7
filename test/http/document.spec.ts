import { Controller, Get } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import request from 'supertest';
import { apiDocument, documentGaps, RouteTable } from '../../src/platform/http/index.js';
import { Public } from '../../src/platform/security/index.js';
import { tinyApp, type TinyApp } from './tiny-app.js';

@Controller('api/v1/hidden')
class HiddenController {
  @Get()
  @Public()
  @ApiExcludeEndpoint()
  hidden(): string {
    return 'hidden';
  }
}

const CONFIGURATION = { http: { publicUrl: 'https://x.test', trustProxy: false } } as const;

let tiny: TinyApp;
let document: OpenAPIObject;
beforeAll(async () => {
  tiny = await tinyApp();
  document = (await request(tiny.app.getHttpServer()).get('/api/openapi.json')).body;
});
afterAll(() => tiny.app.close());

describe('The OpenAPI document', () => {
  it('is of version 3.1 and says where machines get their token', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.components?.securitySchemes?.oauth2).toEqual({
      type: 'oauth2',
      flows: {
        clientCredentials: {
          tokenUrl: 'https://passerelle.test/oauth/token',
          scopes: { 'trees:write': 'trees:write' },
        },
      },
    });
  });

  it('says of each field what the field checks', () => {
    expect(document.components?.schemas?.PlantTreeRequest).toEqual({
      type: 'object',
      required: ['name', 'plantedOn', 'owner'],
      properties: {
        name: { type: 'string', minLength: 1, maxLength: 20, description: 'Nom de l’arbre' },
        plantedOn: { type: 'string', format: 'date' },
        owner: { $ref: '#/components/schemas/Owner' },
      },
    });
  });

  it('asks the scope of each route and shows the problems it may answer', () => {
    const post = document.paths['/api/v1/trees']?.post;

    expect(post?.security).toEqual([{ oauth2: ['trees:write'] }]);
    expect(post?.responses['422']).toMatchObject({
      content: { 'application/problem+json': { schema: { type: 'object' } } },
    });
  });

  it('tells exactly the routes that are served', () => {
    expect(documentGaps(document, tiny.app.get(RouteTable).all)).toEqual({
      unserved: [],
      undocumented: [],
    });
  });

  it('is found wanting when a route is missing on one side', async () => {
    const other = await tinyApp(HiddenController);
    const served = other.app.get(RouteTable).all;
    const withGhost = { ...apiDocument(other.app, CONFIGURATION) };
    withGhost.paths = { ...withGhost.paths, '/api/v1/ghosts/{id}': { get: { responses: {} } } };

    expect(documentGaps(withGhost, served)).toEqual({
      unserved: ['GET /api/v1/ghosts/{id}'],
      undocumented: ['GET /api/v1/hidden'],
    });
    await other.app.close();
  });

  it('is readable on a page made of this server’s own files', async () => {
    const page = await request(tiny.app.getHttpServer()).get('/api/docs');
    const sources = [...page.text.matchAll(/(?:src|href)=['"]([^'"]+)/g)].map(([, url]) => url);

    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/);
    expect(sources.length).toBeGreaterThan(2);
    for (const source of sources) {
      const { pathname, host } = new URL(String(source), 'http://here/api/docs');
      const file = await request(tiny.app.getHttpServer()).get(pathname);
      expect([source, host, file.status]).toEqual([source, 'here', 200]);
    }
  });
});
