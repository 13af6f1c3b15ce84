/** The library of certificates, loaded when it is first needed: a start doesn't pay for it. */
export async function x509Library(): Promise<typeof import('@peculiar/x509')> {
  await import('reflect-metadata');
  return import('@peculiar/x509');
}
