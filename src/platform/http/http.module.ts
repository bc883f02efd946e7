import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { DOOR_PROBLEMS } from './door-problems.js';
import { FieldsPipe } from './fields.pipe.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';
import { Idempotency } from './idempotency/idempotency.js';
import { ProblemCatalogue, type ProblemDescription } from './problem-catalogue.js';
import { ProblemFilter } from './problem.filter.js';
import { ProblemsController } from './problems.controller.js';
import { RouteTable } from './route-table.js';

export interface HttpOptions extends Pick<ModuleMetadata, 'imports'> {
  /** The error codes of the features. */
  readonly problems?: readonly ProblemDescription[];
}

/** The rules of the HTTP door. `imports` give `IdempotencyStore` and `UnitOfWork`. */
@Module({})
export class HttpModule {
  static with({ imports = [], problems = [] }: HttpOptions = {}): DynamicModule {
    const catalogue = new ProblemCatalogue([...DOOR_PROBLEMS, ...problems]);
    return {
      module: HttpModule,
      global: true,
      imports,
      controllers: [ProblemsController],
      providers: [
        RouteTable,
        Idempotency,
        { provide: ProblemCatalogue, useValue: catalogue },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: FieldsPipe },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
      ],
      exports: [RouteTable, Idempotency, ProblemCatalogue],
    };
  }
}
