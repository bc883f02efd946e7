export { MetricsServer } from './metrics-server.js';
export { Metrics, type AnsweredRequest } from './metrics.js';
export { ReadinessCheck, type ReadinessLevel } from './readiness-check.js';
export { Readiness } from './readiness.js';
