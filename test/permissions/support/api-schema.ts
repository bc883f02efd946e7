import type { OpenAPIObject } from '@nestjs/swagger';

/** A schema of the served document, read as plain JSON. */
export type Schema = Readonly<Record<string, unknown>>;

function record(value: unknown): Schema {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {};
}

/** The document of the service, asked what a route takes and gives. */
export class ApiSchema {
  constructor(private readonly document: OpenAPIObject) {}

  /** Schema of the JSON body of a route, `/api/v1/referrals/{id}`; nothing when it takes none. */
  requestBody(method: string, path: string): Schema | undefined {
    const content = record(record(this.operation(method, path)['requestBody'])['content']);
    const { schema } = record(content['application/json']);
    return schema === undefined ? undefined : this.resolved(schema);
  }

  /** Schema of what a route answers with that status. */
  answer(method: string, path: string, status: number): Schema | undefined {
    const response = record(record(this.operation(method, path)['responses'])[String(status)]);
    const { schema } = record(record(response['content'])['application/json']);
    return schema === undefined ? undefined : this.resolved(schema);
  }

  /** Names a schema declares, nested ones told by their path: `youngPerson/address/street`. */
  names(schema: Schema, within = ''): string[] {
    return Object.entries(this.properties(schema)).flatMap(([name, part]) => [
      `${within}${name}`,
      ...this.names(this.resolved(part), `${within}${name}/`),
    ]);
  }

  /** Members of a value that its schema does not declare. */
  undeclared(value: unknown, schema: Schema, at = ''): string[] {
    if (Array.isArray(value)) {
      const items = this.resolved(schema['items']);
      return value.flatMap((item) => this.undeclared(item, items, at));
    }
    const isOpen = schema['additionalProperties'] === true;
    if (typeof value !== 'object' || value === null || isOpen) return [];
    const properties = this.properties(schema);
    return Object.entries(value).flatMap(([name, member]) =>
      properties[name] === undefined
        ? [`${at}/${name}`]
        : this.undeclared(member, this.resolved(properties[name]), `${at}/${name}`),
    );
  }

  private properties(schema: Schema): Schema {
    const parts = [schema['allOf'], schema['oneOf'], schema['anyOf']].flat().filter(Boolean);
    const inherited = parts.map((part) => this.properties(this.resolved(part)));
    return Object.assign({}, ...inherited, record(schema['properties']));
  }

  private resolved(schema: unknown): Schema {
    const { $ref } = record(schema);
    if (typeof $ref !== 'string') return record(schema);
    return record(this.document.components?.schemas?.[$ref.split('/').at(-1) ?? '']);
  }

  private operation(method: string, path: string): Schema {
    const { paths } = this.document;
    const declared = paths[path] ?? paths[Object.keys(paths).find((one) => isOf(path, one)) ?? ''];
    return record(record(declared)[method.toLowerCase()]);
  }
}

/** Whether an address is one of a declared path, whose `{parts}` are any text: `/reports/2024`. */
function isOf(address: string, declared: string): boolean {
  const [given, parts] = [address.split('/'), declared.split('/')];
  return (
    given.length === parts.length &&
    parts.every((part, at) => part === given[at] || /^\{.*\}$/.test(part))
  );
}
