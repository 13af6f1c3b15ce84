/** Tags by key. Keys are case-sensitive; what a service allows is its own rule. */
export type Tags = Readonly<Record<string, string>>;
