import { Injectable } from '@nestjs/common';
import { FieldCipher, UnreadableField, type FieldPlace } from '../../platform/security/index.js';
import { ApprovalCodes } from '../use-cases/ports.js';

type AccountPlace = Parameters<ApprovalCodes['issue']>[0];

const CODE = /^([1-9]\d{0,8})\.([\w-]+)$/;

/** Approval codes sealed with the field keys and tied to one account: `version.base64url`. */
@Injectable()
export class SealedApprovalCodes extends ApprovalCodes {
  constructor(private readonly cipher: FieldCipher) {
    super();
  }

  override issue(account: AccountPlace, createdBy: string): string {
    const { keyVersion, sealed } = this.cipher.seal(createdBy, placeOf(account));
    return `${keyVersion}.${sealed.toString('base64url')}`;
  }

  override creator(account: AccountPlace, code: string): string | undefined {
    const [, version, body] = CODE.exec(code.trim()) ?? [];
    if (version === undefined || body === undefined) return undefined;
    const field = { keyVersion: Number(version), sealed: Buffer.from(body, 'base64url') };
    try {
      return this.cipher.open(field, placeOf(account));
    } catch (error) {
      if (error instanceof UnreadableField) return undefined;
      throw error;
    }
  }
}

function placeOf({ id, organisationId }: AccountPlace): FieldPlace {
  return { table: 'account', column: 'approval_code', rowId: id, organisationId };
}
