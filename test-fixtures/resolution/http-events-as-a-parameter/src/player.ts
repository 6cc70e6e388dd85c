import { createSender } from './send';

export function play(seconds: number) {
  const sender = createSender('player');
  sender.track('Player Started', { seconds });
  sender.single('Player Loaded');
}
