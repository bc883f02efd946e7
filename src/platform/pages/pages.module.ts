import { Module, type DynamicModule, type ModuleMetadata, type Type } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { ProblemPages as ProblemPagesPort } from '../http/index.js';
import { AssetsController } from './assets.controller.js';
import { PageAssets } from './page-assets.js';
import { Pages } from './page-settings.js';
import { PageWriter } from './page-writer.js';
import { PageInterceptor } from './page.interceptor.js';
import { ProblemPages } from './problem-pages.js';

export interface PagesOptions extends Pick<ModuleMetadata, 'imports'> {
  readonly settings: Type<Pages>;
}

/** The pages of a process: shell, files, errors. */
@Module({})
export class PagesModule {
  static with({ imports = [], settings }: PagesOptions): DynamicModule {
    return {
      module: PagesModule,
      global: true,
      imports,
      controllers: [AssetsController],
      providers: [
        PageAssets,
        PageWriter,
        { provide: Pages, useClass: settings },
        { provide: ProblemPagesPort, useClass: ProblemPages },
        { provide: APP_INTERCEPTOR, useClass: PageInterceptor },
      ],
      exports: [Pages, PageAssets, PageWriter, ProblemPagesPort],
    };
  }
}
