declare global {
  interface Window {
    mixpanel: import('mixpanel-browser').Mixpanel;
  }
}

export const videoPlayed = (seconds: number) => {
  (window as any).mixpanel.track('Video Played', { seconds });
};
