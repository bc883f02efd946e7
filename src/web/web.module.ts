import { Module } from '@nestjs/common';
import { HomeController } from './home/home.controller.js';

/** The pages that belong to no single feature. */
@Module({ controllers: [HomeController] })
export class WebModule {}
