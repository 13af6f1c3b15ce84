import type { AttributeValue, StreamViewType } from '../../../models/dynamodb-streams/types.ts';
import type { Context } from '../../contract/operation.ts';
import type { ResourceKind } from '../../contract/resource.ts';
import type { View } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';

/** A stream of a table, as those who read streams see it. */
export interface TableStream {
  readonly table: string;
  readonly arn: string;
  readonly label: string;
  readonly view: StreamViewType;
  readonly key: { readonly hash: NamedAttribute; readonly range?: NamedAttribute };
  readonly created: Instant;
  /** When it was turned off. */
  readonly ended?: Instant;
}

interface NamedAttribute {
  readonly name: string;
}

type Attributes = { readonly [name: string]: AttributeValue };

/** One write. */
export interface StreamedChange {
  /** 21 digits, growing with each write. */
  readonly sequence: string;
  readonly at: Instant;
  readonly kind: 'INSERT' | 'MODIFY' | 'REMOVE';
  /** The item's time was over. */
  readonly isExpiry: boolean;
  readonly key: Attributes;
  readonly before?: Attributes;
  readonly after?: Attributes;
  /** Bytes. */
  readonly size: number;
}

/** What DynamoDB Streams asks of DynamoDB. */
export interface StreamReader<T extends TableStream = TableStream> {
  /** By ARN. */
  readonly kind: ResourceKind<T>;
  /** Streams after one, by table and age; of one table where `table` is given. */
  list(
    view: View,
    query: { readonly table?: string; readonly after?: string; readonly limit: number },
  ): Promise<{ readonly streams: readonly TableStream[]; readonly isMore: boolean }>;
  /** The sequence number of the oldest record that is kept, or of the newest; undefined where there is none. */
  edge(context: Context, stream: T, which: 'oldest' | 'newest'): Promise<string | undefined>;
  /**
   * Records after a sequence number, opened for the caller: at most `limit`, and about a megabyte.
   * Errors: those of the table's KMS key.
   */
  read(
    context: Context,
    stream: T,
    query: { readonly after?: string; readonly limit: number },
  ): Promise<readonly StreamedChange[]>;
}
