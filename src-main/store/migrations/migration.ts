/** One step of the file's shape. Never edited once released: a change is another migration. */
export interface Migration {
  /** `user_version` after it. */
  readonly version: number;
  readonly sql: string;
}
