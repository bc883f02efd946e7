import { Configuration, loadEnvironment } from '../platform/config/index.js';

/**
 * The configuration of this process, from its environment.
 * @throws ConfigurationError with every fault, in French
 */
export function readConfiguration(): Configuration {
  // oxlint-disable-next-line no-restricted-properties -- the one place that hands them to platform/config
  return new Configuration(loadEnvironment(process.env));
}
