import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { enqueuedNames, jobHandlerOptions } from './job-handler.js';
import { JobRegistry } from './job-registry.js';
import type { JobRunner } from './job.js';

/** Finds the marked providers of all modules and puts them in the registry. */
@Injectable()
export class JobDiscovery implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly registry: JobRegistry,
  ) {}

  /** @throws Error when two classes claim one name. */
  onModuleInit(): void {
    const seen = new Set<object>();
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (!metatype || typeof instance !== 'object' || instance === null) continue;
      if (seen.has(instance)) continue;
      seen.add(instance);
      for (const name of enqueuedNames(metatype)) this.registry.announce(name);
      const options = jobHandlerOptions(metatype);
      if (options) this.registry.register({ ...options, runner: asRunner(instance, options.name) });
    }
  }
}

function asRunner(instance: object, name: string): JobRunner {
  if (isRunner(instance)) return instance;
  throw new Error(`the handler of job "${name}" has no handle method`);
}

function isRunner(instance: object): instance is JobRunner {
  return typeof Reflect.get(instance, 'handle') === 'function';
}
