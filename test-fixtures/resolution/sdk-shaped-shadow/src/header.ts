import mixpanel from './mixpanel';

export function logoClicked() {
  mixpanel.track('Logo Clicked', { placement: 'header' });
}

export const signOut = () => mixpanel.reset();
