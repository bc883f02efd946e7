/** Where the identity provider of the demonstration answers, under the address of the service. */
export const DEMONSTRATION_ISSUER_PATH = '/identite';
