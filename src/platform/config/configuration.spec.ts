import { inspect } from 'node:util';
import { Configuration } from './configuration.js';
import { loadEnvironment } from './load-environment.js';

describe('the injectable configuration', () => {
  const settings = loadEnvironment({ DATABASE_URL: 'postgres://owner:canary@db/app' });
  const configuration = new Configuration(settings);

  it('carries every setting and cannot be changed', () => {
    expect({ ...configuration }).toEqual({ ...settings });
    expect(Object.isFrozen(configuration)).toBe(true);
  });

  it('shows no secret when written out', () => {
    for (const text of [JSON.stringify({ configuration }), inspect({ configuration })])
      expect(text).not.toContain('canary');
  });
});
