const ready = import('mixpanel-browser').then((module) => {
  module.default.init('0123456789abcdef0123456789abcdef');
  return module.default;
});

export async function track(name: string, props?: object) {
  (await ready).track(name, props);
}

export const identify = (id: string) => ready.then((mixpanel) => mixpanel.identify(id));
