import { readFileSync } from 'node:fs';
import { ENGINE_VERSION } from './engine.js';

it('names the version of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(ENGINE_VERSION).toBe(version);
});
