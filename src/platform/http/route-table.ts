/** One route Fastify serves. */
export interface ServedRoute {
  readonly method: string;
  /** The template: `/api/v1/referrals/:id`. */
  readonly path: string;
}

/** Every route of the process: for `Allow`, and for the test that the document tells all of them. */
export class RouteTable {
  private readonly served: ServedRoute[] = [];

  add(method: string, path: string): void {
    this.served.push({ method, path });
  }

  get all(): readonly ServedRoute[] {
    return this.served;
  }

  /** The methods an address answers, sorted; none when nothing is there. */
  methodsAt(path: string): readonly string[] {
    const methods = this.served.filter((route) => fits(route.path, path)).map((r) => r.method);
    return [...new Set(methods)].sort();
  }
}

function fits(template: string, path: string): boolean {
  const wanted = template.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return false;
  return wanted.every((part, index) =>
    part.startsWith(':') ? given[index] !== '' : part === given[index],
  );
}
