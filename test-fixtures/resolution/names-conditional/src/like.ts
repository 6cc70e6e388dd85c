import mixpanel from 'mixpanel-browser';

export function toggleLike(isLiked: boolean, postId: string) {
  mixpanel.track(isLiked ? 'Post Unliked' : 'Post Liked', { post_id: postId });
}

export function toggleMute(isMuted: boolean) {
  let name = 'Chat Muted';
  if (isMuted) name = 'Chat Unmuted';
  mixpanel.track(name);
}

export function connect(isAgain: boolean) {
  mixpanel.track(`Wallet ${isAgain ? 'Reconnected' : 'Connected'}`);
}
