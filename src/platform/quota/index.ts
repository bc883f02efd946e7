export { permitsAtOnce, type Quota } from './quota.js';
export { QuotaUnavailable, TooManyRequests } from './quota-errors.js';
export { QuotaModule } from './quota.module.js';
export { deleteQuietQuotas } from './quota-store.js';
export { RequestQuotas } from './request-quotas.js';
export { SharedQuotas } from './shared-quotas.js';
