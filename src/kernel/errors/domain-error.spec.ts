import { DomainError } from './domain-error.js';

class ReferralNotFound extends DomainError {
  readonly code = 'referral-not-found';
  readonly kind = 'not-found';
}

describe('DomainError', () => {
  it('carries its sentence, its code and its own class name', () => {
    const error = new ReferralNotFound('Cette orientation est introuvable.');

    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: 'ReferralNotFound',
      message: 'Cette orientation est introuvable.',
      code: 'referral-not-found',
      kind: 'not-found',
    });
  });

  it('has no issue and no extra member unless told', () => {
    const error = new ReferralNotFound('Introuvable.');

    expect(error.issues).toEqual([]);
    expect(error.members).toEqual({});
  });

  it('keeps the issues and the members it was given', () => {
    const issues = [{ pointer: '/unit', code: 'unknown', detail: 'Unité inconnue.' }];
    const error = new ReferralNotFound('Introuvable.', { issues, members: { existing: 'x' } });

    expect(error.issues).toEqual(issues);
    expect(error.members).toEqual({ existing: 'x' });
  });
});
