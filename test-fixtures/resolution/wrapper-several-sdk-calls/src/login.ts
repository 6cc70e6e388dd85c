import { startSession } from './session';

export async function login(plan: string) {
  const { id } = await (await fetch('/api/session')).json();
  startSession(id, { plan }, 'Logged In');
}
