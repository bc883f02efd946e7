import { Configuration, loadEnvironment } from '../platform/config/index.js';

/**
 * The configuration of this process, from its environment.
 * @throws ConfigurationError with every fault, in French
 */
export function readConfiguration(): Configuration {
  return new Configuration(loadEnvironment(process.env));
}
