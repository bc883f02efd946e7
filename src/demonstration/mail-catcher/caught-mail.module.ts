import { Module } from '@nestjs/common';
import { CaughtMailController } from './caught-mail.controller.js';

/** The mail catcher of the demonstration. */
@Module({ controllers: [CaughtMailController] })
export class CaughtMailModule {}
