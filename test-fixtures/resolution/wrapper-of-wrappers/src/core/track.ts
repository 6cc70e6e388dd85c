import { send } from './send';

export function track(name: string, props: Record<string, unknown> = {}) {
  send(name, { ...props, app_version: '4.2.0' });
}
