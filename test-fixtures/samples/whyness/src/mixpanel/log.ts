import { Pool } from 'pg';

const pool = new Pool();

/** Keeps what could not be sent. */
export async function logFailure(insertId: string, status: number, reason: string): Promise<void> {
  await pool.query('INSERT INTO mixpanel_log (insert_id, status, reason) VALUES ($1, $2, $3)', [insertId, status, reason]);
}
