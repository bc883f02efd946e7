/** What a person reads of an error code at `/problems/<code>`. */
export interface ProblemDescription {
  readonly code: string;
  readonly status: number;
  /** French, the same for every occurrence. */
  readonly title: string;
  /** French: why it happens and what to do. */
  readonly about: string;
}

/** The described codes of a process: those of the door and those its features give. */
export class ProblemCatalogue {
  private readonly byCode: ReadonlyMap<string, ProblemDescription>;

  /** @throws Error when two descriptions have the same code: a code means one thing. */
  constructor(descriptions: readonly ProblemDescription[]) {
    const byCode = new Map<string, ProblemDescription>();
    for (const description of descriptions) {
      if (byCode.has(description.code)) throw new Error(`Problem ${description.code} twice`);
      byCode.set(description.code, description);
    }
    this.byCode = byCode;
  }

  get all(): readonly ProblemDescription[] {
    return [...this.byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  find(code: string): ProblemDescription | undefined {
    return this.byCode.get(code);
  }
}
