import { join } from 'node:path';
import type { LifeCycle } from '../../../src/kernel/index.js';
import { ROOT, SOURCES } from './project-files.js';

/** Every life-cycle of the service: what the `*.machine.ts` files export. */
export function allMachines(): LifeCycle[] {
  return SOURCES.filter((path) => path.endsWith('.machine.ts')).flatMap((path) => {
    // Found by their names, so that a new life-cycle is checked without being listed here.
    const module: Record<string, unknown> = jest.requireActual(join(ROOT, path));
    return Object.values(module).filter(isMachine);
  });
}

function isMachine(value: unknown): value is LifeCycle {
  return typeof value === 'object' && value !== null && 'transitions' in value && 'states' in value;
}
