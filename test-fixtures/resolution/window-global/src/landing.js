/* The snippet in index.html puts the client on the window. */
document.querySelector('#signup').addEventListener('click', () => {
  window.mixpanel.track('Signup Clicked', { placement: 'hero' });
});

export function scrolled(depth) {
  if (window.mixpanel) {
    mixpanel.track('Page Scrolled', { depth });
  }
  globalThis.mixpanel?.people.set({ scrolled: true });
}
