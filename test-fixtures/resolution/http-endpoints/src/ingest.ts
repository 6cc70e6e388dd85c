import axios from 'axios';
import got from 'got';

const MIXPANEL = 'https://api.mixpanel.com';
const token = process.env.MIXPANEL_TOKEN;

export async function report(userId: string, kind: string) {
  await fetch('https://api.mixpanel.com/track', { method: 'POST', body: JSON.stringify([{ event: 'Report Created', properties: { token, distinct_id: userId, kind } }]) });
  await axios.post(`${MIXPANEL}/import?strict=1`, [{ event: 'Report Archived', properties: { distinct_id: userId, kind } }]);
  await got.post('https://api-eu.mixpanel.com/engage#profile-set', { json: [{ $token: token, $distinct_id: userId, $set: { reports: 1 } }] });
}
