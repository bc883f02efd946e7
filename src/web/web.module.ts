import { Module } from '@nestjs/common';
import { HomeController } from './home/home.controller.js';
import { ObligationsController } from './obligations/obligations.controller.js';

/** The pages that belong to no single feature. */
@Module({ controllers: [HomeController, ObligationsController] })
export class WebModule {}
