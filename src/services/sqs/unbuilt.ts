const REASON = 'message move tasks are not built yet';

/** The model's operations that answer 501, and why. */
export const notImplemented: ReadonlyMap<string, string> = new Map(
  ['CancelMessageMoveTask', 'ListMessageMoveTasks', 'StartMessageMoveTask'].map((name) => [
    name,
    REASON,
  ]),
);
