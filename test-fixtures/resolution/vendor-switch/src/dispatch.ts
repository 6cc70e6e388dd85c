import mixpanel from 'mixpanel-browser';

type Vendor = 'mixpanel' | 'console';

export function dispatchEvent(vendor: Vendor, name: string, props: Record<string, unknown>) {
  switch (vendor) {
    case 'mixpanel':
      mixpanel.track(name, props);
      break;
    case 'console':
      console.info(name, props);
      break;
  }
}
