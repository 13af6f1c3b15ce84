// Generated from the API model of EBS; see scripts/generate-models.
import type { ByteStream } from '../../src/model/types.ts';

export interface Block {
  readonly BlockIndex?: number | undefined;
  readonly BlockToken?: string | undefined;
}
export interface ChangedBlock {
  readonly BlockIndex?: number | undefined;
  readonly FirstBlockToken?: string | undefined;
  readonly SecondBlockToken?: string | undefined;
}
export type ChecksumAggregationMethod = "LINEAR";
export type ChecksumAlgorithm = "SHA256";
export interface CompleteSnapshotRequest {
  readonly SnapshotId: string;
  readonly ChangedBlocksCount: number;
  readonly Checksum?: string | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly ChecksumAggregationMethod?: ChecksumAggregationMethod | undefined;
}
export interface CompleteSnapshotResponse {
  readonly Status?: Status | undefined;
}
export interface GetSnapshotBlockRequest {
  readonly SnapshotId: string;
  readonly BlockIndex: number;
  readonly BlockToken: string;
}
export interface GetSnapshotBlockResponse {
  readonly DataLength?: number | undefined;
  readonly BlockData?: ByteStream | undefined;
  readonly Checksum?: string | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
}
export interface ListChangedBlocksRequest {
  readonly FirstSnapshotId?: string | undefined;
  readonly SecondSnapshotId: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly StartingBlockIndex?: number | undefined;
}
export interface ListChangedBlocksResponse {
  readonly ChangedBlocks?: readonly (ChangedBlock)[] | undefined;
  readonly ExpiryTime?: Date | undefined;
  readonly VolumeSize?: number | undefined;
  readonly BlockSize?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListSnapshotBlocksRequest {
  readonly SnapshotId: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly StartingBlockIndex?: number | undefined;
}
export interface ListSnapshotBlocksResponse {
  readonly Blocks?: readonly (Block)[] | undefined;
  readonly ExpiryTime?: Date | undefined;
  readonly VolumeSize?: number | undefined;
  readonly BlockSize?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface PutSnapshotBlockRequest {
  readonly SnapshotId: string;
  readonly BlockIndex: number;
  readonly BlockData: ByteStream;
  readonly DataLength: number;
  readonly Progress?: number | undefined;
  readonly Checksum: string;
  readonly ChecksumAlgorithm: ChecksumAlgorithm;
}
export interface PutSnapshotBlockResponse {
  readonly Checksum?: string | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
}
export type SSEType = "sse-ebs" | "sse-kms" | "none";
export interface StartSnapshotRequest {
  readonly VolumeSize: number;
  readonly ParentSnapshotId?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly Description?: string | undefined;
  readonly ClientToken?: string | undefined;
  readonly Encrypted?: boolean | undefined;
  readonly KmsKeyArn?: string | undefined;
  readonly Timeout?: number | undefined;
}
export interface StartSnapshotResponse {
  readonly Description?: string | undefined;
  readonly SnapshotId?: string | undefined;
  readonly OwnerId?: string | undefined;
  readonly Status?: Status | undefined;
  readonly StartTime?: Date | undefined;
  readonly VolumeSize?: number | undefined;
  readonly BlockSize?: number | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly ParentSnapshotId?: string | undefined;
  readonly KmsKeyArn?: string | undefined;
  readonly SseType?: SSEType | undefined;
}
export type Status = "completed" | "pending" | "error";
export interface Tag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

export interface EbsOperations {
  readonly CompleteSnapshot: { readonly input: CompleteSnapshotRequest; readonly output: CompleteSnapshotResponse };
  readonly GetSnapshotBlock: { readonly input: GetSnapshotBlockRequest; readonly output: GetSnapshotBlockResponse };
  readonly ListChangedBlocks: { readonly input: ListChangedBlocksRequest; readonly output: ListChangedBlocksResponse };
  readonly ListSnapshotBlocks: { readonly input: ListSnapshotBlocksRequest; readonly output: ListSnapshotBlocksResponse };
  readonly PutSnapshotBlock: { readonly input: PutSnapshotBlockRequest; readonly output: PutSnapshotBlockResponse };
  readonly StartSnapshot: { readonly input: StartSnapshotRequest; readonly output: StartSnapshotResponse };
}
