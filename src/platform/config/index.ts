export { Configuration } from './configuration.js';
export { ConfigurationError } from './configuration-error.js';
export type { LogLevel } from './environment.js';
export { loadEnvironment } from './load-environment.js';
export { projectRoot } from './project-root.js';
export type { DatabaseSettings, HttpSettings, QueueChoice, Settings } from './settings.js';
