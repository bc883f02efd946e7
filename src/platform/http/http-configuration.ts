/** The part of the configuration the HTTP door reads. */
export interface HttpConfiguration {
  readonly http: {
    /** Address of the service for its clients, without a final slash. */
    readonly publicUrl: string;
    /** Proxies whose `X-Forwarded-*` are believed (SEC-38); `false`: none. */
    readonly trustProxy: boolean | string | string[];
  };
  readonly limits?: {
    /** Largest JSON body, in bytes; 256 KB when absent. */
    readonly jsonBytes?: number;
    /** Largest file of a multipart body, in bytes; 50 MB when absent. */
    readonly fileBytes?: number;
  };
}
