import { ConsistencyRunEntity } from './consistency-run.entity.js';

/** The table of this feature, for the data source. */
export const CONSISTENCY_ENTITIES = [ConsistencyRunEntity];
