import type { PersonActor } from '../../../kernel/index.js';
import type { Fact } from '../../../platform/pages/index.js';

/** A part that a feature above adds to the pages of a service. */
export interface ServiceSection {
  /** Names the section in the page. */
  readonly id: string;
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** Answered by the feature that follows those who left, which is above; read as part of the page. */
export abstract class ServiceSections {
  abstract ofService(volunteerId: string, actor: PersonActor): Promise<readonly ServiceSection[]>;
}
