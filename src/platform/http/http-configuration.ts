/** The part of the configuration the HTTP door reads. */
export interface HttpConfiguration {
  readonly http: {
    /** Address of the service for its clients, without a final slash; absent: where it listens. */
    readonly publicUrl?: string;
    /** Proxies whose `X-Forwarded-*` are believed (SEC-38): their networks; a number believes nobody. */
    readonly trustProxy: false | number | string[];
  };
  readonly limits: {
    /** Largest file of a multipart body, in bytes. */
    readonly maximumFileBytes: number;
  };
}
