import type { Context } from '../../../contract/operation.ts';
import { imageNoun } from './noun.ts';
import type { ImageDocument } from './state.ts';

/** One of the caller's own account. Errors: InvalidAMIID.NotFound and `.Malformed`. */
export async function ownImageOf(context: Context, id: string): Promise<ImageDocument> {
  const { resolved } = await context.resolve(imageNoun.kind, id);
  if (resolved.document === undefined) throw imageNoun.notFound(id);
  return resolved.document;
}
