export async function pageOpened(path: string) {
  const { default: mixpanel } = await import('mixpanel-browser');
  mixpanel.track('Page Opened', { path });
}

export function printed(pages: number) {
  void import('mixpanel-browser').then((module) => {
    module.default.track('Document Printed', { pages });
  });
}
