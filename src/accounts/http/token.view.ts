import { ApiProperty } from '@nestjs/swagger';
import type { IssuedToken } from '../use-cases/issue-access-token.js';

/** A token as RFC 6749 5.1 writes it. */
export class TokenView {
  @ApiProperty({ description: 'Jeton opaque, à envoyer dans l’en-tête Authorization.' })
  access_token: string;

  @ApiProperty({ enum: ['Bearer'] })
  token_type: 'Bearer';

  @ApiProperty({ description: 'Durée de vie en secondes.', example: 300 })
  expires_in: number;

  @ApiProperty({ description: 'Portées accordées, séparées par une espace.' })
  scope: string;
}

/** A refusal as RFC 6749 5.2 writes it. */
export class TokenRefusalView {
  @ApiProperty({ example: 'invalid_client' })
  error: string;

  @ApiProperty({ description: 'Phrase en ASCII, comme la norme le demande.' })
  error_description: string;
}

/** Presents an issued token. */
export function tokenView({ token, expiresInSeconds, scopes }: IssuedToken): TokenView {
  return {
    access_token: token,
    token_type: 'Bearer',
    expires_in: expiresInSeconds,
    scope: scopes.join(' '),
  };
}
