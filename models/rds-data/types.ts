// Generated from the API model of RDS Data; see scripts/generate-models.

export interface ArrayValue {
  readonly booleanValues?: readonly (boolean)[] | undefined;
  readonly longValues?: readonly (number)[] | undefined;
  readonly doubleValues?: readonly (number)[] | undefined;
  readonly stringValues?: readonly (string)[] | undefined;
  readonly arrayValues?: readonly (ArrayValue)[] | undefined;
}
export interface BatchExecuteStatementRequest {
  readonly resourceArn: string;
  readonly secretArn: string;
  readonly sql: string;
  readonly database?: string | undefined;
  readonly schema?: string | undefined;
  readonly parameterSets?: readonly (readonly (SqlParameter)[])[] | undefined;
  readonly transactionId?: string | undefined;
}
export interface BatchExecuteStatementResponse {
  readonly updateResults?: readonly (UpdateResult)[] | undefined;
}
export interface BeginTransactionRequest {
  readonly resourceArn: string;
  readonly secretArn: string;
  readonly database?: string | undefined;
  readonly schema?: string | undefined;
}
export interface BeginTransactionResponse {
  readonly transactionId?: string | undefined;
}
export interface ColumnMetadata {
  readonly name?: string | undefined;
  readonly type?: number | undefined;
  readonly typeName?: string | undefined;
  readonly label?: string | undefined;
  readonly schemaName?: string | undefined;
  readonly tableName?: string | undefined;
  readonly isAutoIncrement?: boolean | undefined;
  readonly isSigned?: boolean | undefined;
  readonly isCurrency?: boolean | undefined;
  readonly isCaseSensitive?: boolean | undefined;
  readonly nullable?: number | undefined;
  readonly precision?: number | undefined;
  readonly scale?: number | undefined;
  readonly arrayBaseColumnType?: number | undefined;
}
export interface CommitTransactionRequest {
  readonly resourceArn: string;
  readonly secretArn: string;
  readonly transactionId: string;
}
export interface CommitTransactionResponse {
  readonly transactionStatus?: string | undefined;
}
export type DecimalReturnType = "STRING" | "DOUBLE_OR_LONG";
export interface ExecuteSqlRequest {
  readonly dbClusterOrInstanceArn: string;
  readonly awsSecretStoreArn: string;
  readonly sqlStatements: string;
  readonly database?: string | undefined;
  readonly schema?: string | undefined;
}
export interface ExecuteSqlResponse {
  readonly sqlStatementResults?: readonly (SqlStatementResult)[] | undefined;
}
export interface ExecuteStatementRequest {
  readonly resourceArn: string;
  readonly secretArn: string;
  readonly sql: string;
  readonly database?: string | undefined;
  readonly schema?: string | undefined;
  readonly parameters?: readonly (SqlParameter)[] | undefined;
  readonly transactionId?: string | undefined;
  readonly includeResultMetadata?: boolean | undefined;
  readonly continueAfterTimeout?: boolean | undefined;
  readonly resultSetOptions?: ResultSetOptions | undefined;
  readonly formatRecordsAs?: RecordsFormatType | undefined;
}
export interface ExecuteStatementResponse {
  readonly records?: readonly (readonly (Field)[])[] | undefined;
  readonly columnMetadata?: readonly (ColumnMetadata)[] | undefined;
  readonly numberOfRecordsUpdated?: number | undefined;
  readonly generatedFields?: readonly (Field)[] | undefined;
  readonly formattedRecords?: string | undefined;
}
export interface Field {
  readonly isNull?: boolean | undefined;
  readonly booleanValue?: boolean | undefined;
  readonly longValue?: number | undefined;
  readonly doubleValue?: number | undefined;
  readonly stringValue?: string | undefined;
  readonly blobValue?: Uint8Array | undefined;
  readonly arrayValue?: ArrayValue | undefined;
}
export type LongReturnType = "STRING" | "LONG";
export interface RecordShape {
  readonly values?: readonly (Value)[] | undefined;
}
export type RecordsFormatType = "NONE" | "JSON";
export interface ResultFrame {
  readonly resultSetMetadata?: ResultSetMetadata | undefined;
  readonly records?: readonly (RecordShape)[] | undefined;
}
export interface ResultSetMetadata {
  readonly columnCount?: number | undefined;
  readonly columnMetadata?: readonly (ColumnMetadata)[] | undefined;
}
export interface ResultSetOptions {
  readonly decimalReturnType?: DecimalReturnType | undefined;
  readonly longReturnType?: LongReturnType | undefined;
}
export interface RollbackTransactionRequest {
  readonly resourceArn: string;
  readonly secretArn: string;
  readonly transactionId: string;
}
export interface RollbackTransactionResponse {
  readonly transactionStatus?: string | undefined;
}
export interface SqlParameter {
  readonly name?: string | undefined;
  readonly value?: Field | undefined;
  readonly typeHint?: TypeHint | undefined;
}
export interface SqlStatementResult {
  readonly resultFrame?: ResultFrame | undefined;
  readonly numberOfRecordsUpdated?: number | undefined;
}
export interface StructValue {
  readonly attributes?: readonly (Value)[] | undefined;
}
export type TypeHint = "JSON" | "UUID" | "TIMESTAMP" | "DATE" | "TIME" | "DECIMAL";
export interface UpdateResult {
  readonly generatedFields?: readonly (Field)[] | undefined;
}
export interface Value {
  readonly isNull?: boolean | undefined;
  readonly bitValue?: boolean | undefined;
  readonly bigIntValue?: number | undefined;
  readonly intValue?: number | undefined;
  readonly doubleValue?: number | undefined;
  readonly realValue?: number | undefined;
  readonly stringValue?: string | undefined;
  readonly blobValue?: Uint8Array | undefined;
  readonly arrayValues?: readonly (Value)[] | undefined;
  readonly structValue?: StructValue | undefined;
}

export interface RdsDataOperations {
  readonly BatchExecuteStatement: { readonly input: BatchExecuteStatementRequest; readonly output: BatchExecuteStatementResponse };
  readonly BeginTransaction: { readonly input: BeginTransactionRequest; readonly output: BeginTransactionResponse };
  readonly CommitTransaction: { readonly input: CommitTransactionRequest; readonly output: CommitTransactionResponse };
  readonly ExecuteSql: { readonly input: ExecuteSqlRequest; readonly output: ExecuteSqlResponse };
  readonly ExecuteStatement: { readonly input: ExecuteStatementRequest; readonly output: ExecuteStatementResponse };
  readonly RollbackTransaction: { readonly input: RollbackTransactionRequest; readonly output: RollbackTransactionResponse };
}
