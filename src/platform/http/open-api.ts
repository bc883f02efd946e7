import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { PROBLEM_ANSWERS } from './api-problems.js';
import type { HttpConfiguration } from './http-configuration.js';
import type { ServedRoute } from './route-table.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The OpenAPI 3.1 document of the routes of a process. */
export function apiDocument(
  app: INestApplication,
  { http }: Pick<HttpConfiguration, 'http'>,
): OpenAPIObject {
  const { publicUrl = '' } = http;
  const head = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Passerelle')
    .setDescription('Échanges entre les missions locales et le service militaire volontaire.')
    .setVersion('1')
    .addServer(publicUrl === '' ? '/' : publicUrl)
    .addOAuth2({ type: 'oauth2', flows: {} }, 'oauth2')
    .addGlobalResponse(...PROBLEM_ANSWERS)
    .build();
  const document = SwaggerModule.createDocument(app, head);
  return withScopes(document, `${publicUrl}/oauth/token`);
}

/** Serves the document at `/api/openapi.json` and its reading page, from this server's own files. */
export function serveApiDocument(app: INestApplication, configuration: HttpConfiguration): void {
  SwaggerModule.setup('/api/docs', app, () => apiDocument(app, configuration), {
    jsonDocumentUrl: '/api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Passerelle – API',
  });
}

/** What the document says and does not serve, and what is served of the API without being said. */
export interface DocumentGaps {
  readonly unserved: readonly string[];
  readonly undocumented: readonly string[];
}

/** Compares the document with the routes under `/api/v1` (SEC-40); both lists must be empty. */
export function documentGaps(
  document: OpenAPIObject,
  routes: readonly ServedRoute[],
): DocumentGaps {
  const told = new Set(operationsOf(document));
  const served = new Set(
    routes
      .filter(({ method, path }) => method !== 'HEAD' && path.startsWith('/api/v1/'))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`),
  );
  return {
    unserved: [...told].filter((route) => !served.has(route)).sort(),
    undocumented: [...served].filter((route) => !told.has(route)).sort(),
  };
}

function operationsOf(document: OpenAPIObject): string[] {
  return Object.entries(document.paths)
    .filter(([path]) => path.startsWith('/api/v1/'))
    .flatMap(([path, item]) =>
      METHODS.filter((method) => item[method] !== undefined).map(
        (method) => `${method.toUpperCase()} ${path}`,
      ),
    );
}

/** The scopes of the scheme are those the routes ask for: nobody has to keep a second list. */
function withScopes(document: OpenAPIObject, tokenUrl: string): OpenAPIObject {
  const asked = Object.values(document.paths)
    .flatMap((item) => METHODS.map((method) => item[method]))
    .flatMap((operation) => operation?.security ?? [])
    .flatMap((security) => security.oauth2 ?? []);
  const scopes = Object.fromEntries([...new Set(asked)].sort().map((scope) => [scope, scope]));
  const oauth2 = {
    type: 'oauth2' as const,
    flows: { clientCredentials: { tokenUrl, scopes } },
  };
  const components = document.components ?? {};
  const securitySchemes = { ...components.securitySchemes, oauth2 };
  return { ...document, components: { ...components, securitySchemes } };
}
