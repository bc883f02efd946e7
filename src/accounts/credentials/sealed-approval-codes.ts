import { Injectable } from '@nestjs/common';
import { FieldCipher, UnreadableField, type FieldPlace } from '../../platform/security/index.js';
import { ApprovalCodes, type CodedAccount } from '../use-cases/ports.js';

const CODE = /^([1-9]\d{0,8})\.([\w-]+)$/;
const CONTENT = /^(\d{1,9}) (\S+)$/;

/** Approval codes sealed with the field keys and tied to one account: `version.base64url`. */
@Injectable()
export class SealedApprovalCodes extends ApprovalCodes {
  constructor(private readonly cipher: FieldCipher) {
    super();
  }

  override issue(account: CodedAccount, askedBy: string): string {
    const content = `${account.codeNumber} ${askedBy}`;
    const { keyVersion, sealed } = this.cipher.seal(content, placeOf(account));
    return `${keyVersion}.${sealed.toString('base64url')}`;
  }

  override askedBy(account: CodedAccount, code: string): string | undefined {
    const [, version, body] = CODE.exec(code.trim()) ?? [];
    if (version === undefined || body === undefined) return undefined;
    const field = { keyVersion: Number(version), sealed: Buffer.from(body, 'base64url') };
    try {
      const [, number, askedBy] = CONTENT.exec(this.cipher.open(field, placeOf(account))) ?? [];
      return Number(number) === account.codeNumber ? askedBy : undefined;
    } catch (error) {
      if (error instanceof UnreadableField) return undefined;
      throw error;
    }
  }
}

function placeOf({ id, organisationId }: CodedAccount): FieldPlace {
  return { table: 'account', column: 'approval_code', rowId: id, organisationId };
}
