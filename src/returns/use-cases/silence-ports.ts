import type { Instant, LocalDate } from '../../kernel/index.js';
import type { SilenceFigure, SilentReturns } from '../domain/silence.rules.js';

/** The figure of a mission locale, and when it was counted. */
export interface KeptSilence extends SilenceFigure {
  readonly missionLocaleId: string;
  readonly countedAt: Instant;
}

/** Figures of silent returns. Only inside a unit of work. */
export abstract class Silences {
  /** The returns of the mission locale whose scope is open that climbed to the region and are late. */
  abstract count(today: LocalDate): Promise<SilentReturns>;
  /** In the place of the figure before; none takes it away. */
  abstract keep(missionLocaleId: string, figure: SilenceFigure | null, at: Instant): Promise<void>;
  /** Those that the body whose scope is open may know. */
  abstract all(): Promise<KeptSilence[]>;
}
