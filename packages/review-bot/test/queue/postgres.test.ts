import { describe, expect, it } from 'vitest';
import { testDatabases } from './test-databases.js';

const databases = (await testDatabases()).filter(({ name }) => name === 'PostgreSQL');

describe.each(databases)('$name', (test) => {
  // An error that nobody listens to would end the process, and here the test.
  it('rejects a transaction whose connection breaks, and goes on with another one', async () => {
    const database = await test.open();
    const breakOff = 'SELECT pg_terminate_backend(pg_backend_pid())';
    await expect(database.transaction(({ query }) => query(breakOff))).rejects.toThrow(/terminat/);
    await expect(database.query('SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
    const between = database.transaction(async ({ query }) => {
      const [row] = await query('SELECT pg_backend_pid() AS pid');
      await database.query('SELECT pg_terminate_backend($1)', [row?.['pid']]);
      await new Promise((resolve) => setTimeout(resolve, 200));
      return query('SELECT 1');
    });
    await expect(between).rejects.toThrow();
    await expect(database.query('SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
    await database.close();
  });
});
