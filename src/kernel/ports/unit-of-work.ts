import type { Actor } from '../actor/index.js';

/**
 * A narrower view than that of the organisation: `medical` opens the medical tables, `technical` the
 * tables without personal data that belong to the whole service, `journal` the lines of the journal.
 */
export type Lens = 'medical' | 'technical' | 'journal';

/**
 * One transaction under one row-level scope. `work` sees and writes the rows of the actor's
 * organisation only, and all it wrote is kept or nothing is. A nested call with the same organisation
 * and lens joins the open transaction; with another one it is refused.
 */
export abstract class UnitOfWork {
  abstract run<T>(
    actor: Actor,
    work: () => Promise<T>,
    options?: { readonly lens?: Lens },
  ): Promise<T>;

  /**
   * Reads what the actor may see. `work` writes nothing but lines of the journal, and needs no
   * transaction around its queries: an implementation may run each by itself, under the same
   * row-level scope, which costs one round trip instead of four. Inside `run` it joins the open
   * transaction.
   */
  read<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    return this.run(actor, work);
  }
}
