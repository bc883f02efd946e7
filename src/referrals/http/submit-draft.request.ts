import { GuardianshipRequest } from '../../people/index.js';
import { OptionalNested } from '../../platform/fields/index.js';

/** Body of `POST /api/v1/referrals/:id/commands/submit`: nothing, but for a minor. */
export class SubmitDraftRequest {
  @OptionalNested(GuardianshipRequest, {
    about: 'Pour un jeune mineur : l’accord du représentant légal',
  })
  readonly guardianship?: GuardianshipRequest | null;
}
