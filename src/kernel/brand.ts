declare const brand: unique symbol;

/**
 * A text that was checked once, when it entered, and carries the proof in its type. It stays a plain
 * string at run time: it is stored, compared and serialised as such.
 */
export type Branded<Name extends string> = string & { readonly [brand]: Name };
