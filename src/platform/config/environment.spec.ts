import { readFileSync } from 'node:fs';
import path from 'node:path';
import { getMetadataStorage } from 'class-validator';
import { Environment, VARIABLE_NAMES } from './environment.js';
import { projectRoot } from './project-root.js';

describe('our environment variables', () => {
  it('are those of .env.example, all explained there and none with a value', () => {
    const text = readFileSync(path.join(projectRoot(), '.env.example'), 'utf8');
    const lines = text.split('\n');
    const assigned = lines.filter((line) => !line.startsWith('#') && line !== '');
    expect(assigned.toSorted()).toEqual(VARIABLE_NAMES.map((name) => `${name}=`).toSorted());
    for (const line of assigned) expect(lines[lines.indexOf(line) - 1]).toMatch(/^# /);
  });

  it('are all checked', () => {
    const checks = getMetadataStorage().getTargetValidationMetadatas(Environment, '', false, false);
    const checked = checks.filter(({ name }) => name === 'environmentValue');
    expect(checked.map(({ propertyName }) => propertyName).toSorted()).toEqual(
      [...VARIABLE_NAMES].toSorted(),
    );
  });
});
