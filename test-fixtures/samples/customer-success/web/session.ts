import { mixpanel } from './analytics';

interface Manager {
  readonly id: string;
  readonly fullName: string;
  readonly team: string;
}

export async function startSession(): Promise<void> {
  const manager = (await (await fetch('/api/me')).json()) as Manager;
  mixpanel.identify(manager.id);
  mixpanel.people.set({ team: manager.team, $name: manager.fullName });
}
