import { Injectable } from '@nestjs/common';
import { ApplyServiceRows } from '../told-services/apply-service-rows.js';
import { INCORPORATION_TELLING } from './telling.js';

/** Applies INC rows. */
@Injectable()
export class ApplyIncorporations extends ApplyServiceRows {
  protected override readonly telling = INCORPORATION_TELLING;
}
