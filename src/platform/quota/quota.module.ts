import { Module } from '@nestjs/common';
import { QuotaStore } from './quota-store.js';
import { SharedQuotas } from './shared-quotas.js';

/** Quotas that all processes share. */
@Module({ providers: [QuotaStore, SharedQuotas], exports: [SharedQuotas] })
export class QuotaModule {}
