/** Keys of requests do not stay for ever: the nightly work takes the old ones away through a door of its own. */
export const sql = `
-- Takes away at most so many keys of the region that are older than so many days, and says how many. A key that
-- someone else is at is passed over, so nobody waits for another here.
CREATE FUNCTION rd_wis_sleutels(dagen int, hooguit int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  gewist int;
BEGIN
  DELETE FROM sleutel WHERE ctid = ANY (ARRAY(
    SELECT s.ctid FROM sleutel s WHERE s.regio = rd_regio() AND s.op < now() - make_interval(days => dagen)
    LIMIT hooguit FOR UPDATE SKIP LOCKED));
  GET DIAGNOSTICS gewist = ROW_COUNT;
  RETURN gewist;
END $$;
REVOKE ALL ON FUNCTION rd_wis_sleutels FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rd_wis_sleutels TO rd_beheer;
`
