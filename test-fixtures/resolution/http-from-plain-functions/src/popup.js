import { beacon, report, send } from './send';

export function open(kind) {
  send('Popup Opened', { kind });
  report('Popup Measured', { width: 320 });
  beacon('Not Mixpanel');
}
