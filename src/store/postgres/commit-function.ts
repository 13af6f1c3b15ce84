// The commit, as the database runs it: one call is one transaction and one round trip.
//
// `load` holds units, new scope keys and what may go. Units are judged in order, each against what
// those before it wrote. A unit whose reads no longer hold writes nothing, and its place is in
// `lost`. The lock's holder alone writes, so READ COMMITTED shows each statement all that is
// committed, and counters have no gaps. A load that writes nothing takes no lock.

/** Sequential scans are ruled out: a plan that was made for an empty table would stay. */
export const COMMIT_FUNCTION = `
CREATE OR REPLACE FUNCTION commit_units(load jsonb, lock_key bigint) RETURNS jsonb
LANGUAGE plpgsql
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
AS $body$
DECLARE
  unit jsonb;
  place integer := -1;
  lost integer[] := '{}';
  at counters%ROWTYPE;
  added bigint;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'commit_units needs the isolation level read committed';
  END IF;
  IF (load->>'isWriting')::boolean THEN
    PERFORM pg_advisory_xact_lock(lock_key);
    IF current_setting('synchronous_commit') = 'off' THEN
      PERFORM set_config('synchronous_commit', 'on', true);
    END IF;
  END IF;
  SELECT * INTO at FROM counters WHERE one;
  at.sequence := at.sequence + 1;

  IF load ? 'keys' THEN
    IF load->>'rootKeyCheck' IS DISTINCT FROM (SELECT value FROM meta WHERE name = 'rootKeyCheck')
    THEN
      RETURN '{"fault": "root key"}';
    END IF;
    -- Another node may have made a key for the same scope: the first one counts.
    IF EXISTS (
      SELECT FROM jsonb_to_recordset(load->'keys') AS n(scope text)
      WHERE EXISTS (SELECT FROM scope_keys k WHERE k.scope = n.scope)
    ) THEN
      RETURN '{"fault": "scope keys"}';
    END IF;
    INSERT INTO scope_keys
      SELECT scope, decode(wrapped, 'base64')
      FROM jsonb_to_recordset(load->'keys') AS n(scope text, wrapped text);
  END IF;
  IF load ? 'reset' THEN
    DELETE FROM documents; DELETE FROM index_entries; DELETE FROM ranges;
    DELETE FROM jobs; DELETE FROM outbox;
  END IF;
  IF load ? 'dropOutbox' THEN
    DELETE FROM outbox WHERE number <= (load->>'dropOutbox')::bigint;
  END IF;

  FOR unit IN SELECT * FROM jsonb_array_elements(load->'units') LOOP
    place := place + 1;
    IF unit ? 'documents' AND EXISTS (
      SELECT FROM jsonb_to_recordset(unit->'documents') AS r(s text, c text, i text, v bigint)
      WHERE r.v <> coalesce((
        SELECT d.version FROM documents d
        WHERE d.scope = r.s AND d.collection = r.c AND d.id = r.i), 0)
    ) OR unit ? 'ranges' AND EXISTS (
      SELECT FROM jsonb_to_recordset(unit->'ranges') AS r(s text, c text, v bigint)
      WHERE r.v <> coalesce((
        SELECT g.version FROM ranges g WHERE g.scope = r.s AND g.collection = r.c), 0)
    ) OR unit ? 'jobReads' AND EXISTS (
      SELECT FROM jsonb_to_recordset(unit->'jobReads') AS r(i text, v bigint)
      WHERE r.v <> coalesce((SELECT j.version FROM jobs j WHERE j.id = r.i), 0)
    ) THEN
      lost := lost || place;
      CONTINUE;
    END IF;

    IF unit ? 'writes' THEN
      INSERT INTO documents
        SELECT w.s, w.c, w.i, at.sequence, w.h, decode(w.b, 'base64')
        FROM jsonb_to_recordset(unit->'writes') AS w(s text, c text, i text, h integer, b text)
        WHERE w.b IS NOT NULL
        ON CONFLICT (scope, collection, id) DO UPDATE
        SET version = excluded.version, shape = excluded.shape, body = excluded.body;
      DELETE FROM documents d
        USING jsonb_to_recordset(unit->'writes') AS w(s text, c text, i text, b text)
        WHERE w.b IS NULL AND d.scope = w.s AND d.collection = w.c AND d.id = w.i;
      DELETE FROM index_entries e
        USING jsonb_to_recordset(unit->'writes') AS w(s text, c text, i text, k jsonb)
        WHERE w.k IS NOT NULL AND e.scope = w.s AND e.collection = w.c AND e.id = w.i;
      INSERT INTO index_entries
        SELECT w.s, w.c, k.value->>0, k.value->>1, w.i
        FROM jsonb_to_recordset(unit->'writes') AS w(s text, c text, i text, k jsonb),
          jsonb_array_elements(w.k) AS k
        WHERE w.k IS NOT NULL;
      INSERT INTO ranges
        SELECT DISTINCT w.s, w.c, at.sequence
        FROM jsonb_to_recordset(unit->'writes') AS w(s text, c text)
        ON CONFLICT (scope, collection) DO UPDATE SET version = excluded.version;
    END IF;
    IF unit ? 'jobs' THEN
      DELETE FROM jobs j USING jsonb_to_recordset(unit->'jobs') AS w(i text) WHERE j.id = w.i;
      INSERT INTO jobs
        SELECT w.i, w.d, at.sequence, decode(w.b, 'base64')
        FROM jsonb_to_recordset(unit->'jobs') AS w(i text, d double precision, b text)
        WHERE w.b IS NOT NULL;
    END IF;
    IF unit ? 'events' THEN
      INSERT INTO outbox
        SELECT at.outbox + e.ordinality, e.value->>0, decode(e.value->>1, 'base64')
        FROM jsonb_array_elements(unit->'events') WITH ORDINALITY AS e;
      GET DIAGNOSTICS added = ROW_COUNT;
      at.outbox := at.outbox + added;
    END IF;
    IF unit ? 'records' THEN
      INSERT INTO trail
        SELECT at.trail + r.ordinality, r.value->>0, r.value->>1,
          (r.value->>2)::double precision, r.value->>3
        FROM jsonb_array_elements(unit->'records') WITH ORDINALITY AS r;
      GET DIAGNOSTICS added = ROW_COUNT;
      at.trail := at.trail + added;
    END IF;
  END LOOP;

  IF (load->>'isWriting')::boolean THEN
    at.pending := greatest(at.pending, (load->>'pending')::bigint);
    UPDATE counters SET sequence = at.sequence, outbox = at.outbox, trail = at.trail,
      pending = at.pending WHERE one;
    PERFORM pg_notify('holdfast', (load->>'node') || ' ' || at.outbox || ' ' || at.trail || ' ' ||
      CASE WHEN octet_length(load->>'written') < 7000 THEN load->>'written' ELSE '*' END);
  END IF;
  RETURN jsonb_build_object('lost', to_jsonb(lost), 'sequence', at.sequence,
    'outbox', at.outbox, 'trail', at.trail, 'pending', at.pending);
END
$body$;
`;
