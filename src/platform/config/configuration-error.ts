/**
 * The environment variables do not allow a start. The message is for the person who starts the
 * service: one French line per problem, with what to do and never a value, which may be a secret.
 */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(readonly problems: readonly string[]) {
    super(
      [
        'Passerelle ne démarre pas, sa configuration est à corriger :',
        ...problems.map((problem) => `  - ${problem}`),
      ].join('\n'),
    );
  }
}
