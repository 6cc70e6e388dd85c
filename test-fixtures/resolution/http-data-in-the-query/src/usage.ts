import { Buffer } from 'buffer';

const HOST = 'https://api.mixpanel.com';
const TRACK = '/track';
const ENGAGE = '/engage';
let token: string | undefined;
let memberId: string | undefined;

const send = (endpoint: string, data: object) => {
  const encoded = Buffer.from(JSON.stringify(data)).toString('base64');
  const url = `${HOST}${endpoint}?ip=0`;
  return fetch(`${url}&data=${encoded}`, { method: 'GET' });
};

export const report = (event: string, properties: object) => {
  if (!token) return Promise.resolve();
  return send(TRACK, { event, properties: { distinct_id: memberId, ...properties, token } });
};

export const describeMember = (traits: object) =>
  send(ENGAGE, { $token: token, $distinct_id: memberId, $set: traits });
