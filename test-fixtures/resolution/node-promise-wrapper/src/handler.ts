import { track } from './mixpanel-client';

export const handler = async (message: { userId: string; rows: number }) => {
  await track('Import Finished', { distinct_id: message.userId, rows: message.rows });
};
