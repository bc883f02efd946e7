import { Injectable } from '@nestjs/common';
import { ApplyServiceRows } from '../told-services/apply-service-rows.js';
import { PRESENCE_TELLING } from './telling.js';

/** Applies CEU rows. */
@Injectable()
export class ApplyPresences extends ApplyServiceRows {
  protected override readonly telling = PRESENCE_TELLING;
}
