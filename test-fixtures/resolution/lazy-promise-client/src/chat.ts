import { identify, track } from './analytics';

export async function messageSent(length: number) {
  await track('Message Sent', { length });
}

export const joined = () => identify('guest-room');
