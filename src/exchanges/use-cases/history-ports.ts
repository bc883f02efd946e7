import type { Instant } from '../../kernel/index.js';
import type { EarlierRates, PhotoRates } from '../deposit/index.js';

/** What an emitter has sent before, to judge what it sends now. Only inside its unit of work. */
export abstract class EmitterHistory {
  /** Its deposits by API since an instant, those refused for coming too fast left out. */
  abstract depositsSince(organisationId: string, since: Instant): Promise<number>;
  /** Rows of the photos (I or R) of its latest periods before this one, at most `count` of them. */
  abstract rowsOfPhotos(
    organisationId: string,
    flow: string,
    beforePeriod: string,
    count: number,
  ): Promise<number[]>;
  /** Rows and rates of the columns of the same photos. */
  abstract ratesOfPhotos(
    organisationId: string,
    flow: string,
    beforePeriod: string,
    count: number,
  ): Promise<EarlierRates[]>;
  /** Keeps the rates of a photo; they count once it is applied. */
  abstract keepRates(fileId: string, rates: PhotoRates): Promise<void>;
}
