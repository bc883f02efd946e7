import { randomBytes } from 'node:crypto';
import { FieldCipher, FieldKeyRing } from '../../platform/security/index.js';
import { SealedApprovalCodes } from './sealed-approval-codes.js';

const ACCOUNT = { id: 'account-1', organisationId: 'organisation-1', codeNumber: 1 };
const codes = new SealedApprovalCodes(
  new FieldCipher(new FieldKeyRing(1, new Map([[1, randomBytes(32)]]))),
);

describe('An approval code', () => {
  it('gives back who asked for it', () => {
    expect(codes.askedBy(ACCOUNT, codes.issue(ACCOUNT, 'admin-1'))).toBe('admin-1');
    expect(codes.askedBy(ACCOUNT, ` ${codes.issue(ACCOUNT, 'admin-1')}\n`)).toBe('admin-1');
  });

  it('opens nothing once a later one was given', () => {
    const first = codes.issue(ACCOUNT, 'admin-1');
    const renewed = { ...ACCOUNT, codeNumber: 2 };

    expect(codes.askedBy(renewed, first)).toBeUndefined();
    expect(codes.askedBy(renewed, codes.issue(renewed, 'admin-2'))).toBe('admin-2');
  });

  it('does not show who it was', () => {
    const code = codes.issue(ACCOUNT, 'admin-1');
    const body = Buffer.from(code.split('.')[1] ?? '', 'base64url').toString('latin1');
    expect(body).not.toContain('admin');
  });

  it('opens no other account', () => {
    const code = codes.issue(ACCOUNT, 'admin-1');
    expect(codes.askedBy({ ...ACCOUNT, id: 'account-2' }, code)).toBeUndefined();
    expect(codes.askedBy({ ...ACCOUNT, organisationId: 'other' }, code)).toBeUndefined();
  });

  it.each(['', '1', '1.', '1.AAAA', '2.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'x.y', '1.é'])(
    'cannot read %j',
    (code) => {
      expect(codes.askedBy(ACCOUNT, code)).toBeUndefined();
    },
  );
});
