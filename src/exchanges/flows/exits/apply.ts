import { Injectable } from '@nestjs/common';
import { ApplyServiceRows } from '../told-services/apply-service-rows.js';
import { EXIT_TELLING } from './telling.js';

/** Applies SOR rows. */
@Injectable()
export class ApplyExits extends ApplyServiceRows {
  protected override readonly telling = EXIT_TELLING;
}
