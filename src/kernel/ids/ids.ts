/** Source of new identifiers; a port, so that a test or a seed gives the same ones each time. */
export abstract class Ids {
  /** A UUID in its usual lower-case form. */
  abstract uuid(): string;
  /** 8 random characters `0-9A-Z`: the middle of a referral's reference. */
  abstract referenceBody(): string;
}
