import { describeMember, report } from './usage';

export function onFinished(minutes: number) {
  report('Run Finished', { minutes });
  describeMember({ runs: 1 });
}
