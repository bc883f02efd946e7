const EVENT_NAME = /^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+\.v[1-9]\d*$/;

/**
 * The names of all events of the application, given by the composition root from what the features
 * declare. A misspelt name stops the start or the test instead of losing events in silence.
 */
export class EventCatalogue {
  private readonly names: ReadonlySet<string>;

  /** @throws Error when a name does not look like `referral.submitted.v1`. */
  constructor(names: Iterable<string>) {
    this.names = new Set(names);
    for (const name of this.names) {
      if (!EVENT_NAME.test(name)) throw new Error(`event name "${name}" is not versioned`);
    }
  }

  has(name: string): boolean {
    return this.names.has(name);
  }
}
