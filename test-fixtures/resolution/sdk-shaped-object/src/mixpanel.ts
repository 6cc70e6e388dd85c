import mixpanel from 'mixpanel-browser';

const isProduction = process.env.NODE_ENV === 'production';

mixpanel.init('0123456789abcdef0123456789abcdef');

const actions = {
  identify: (id: string) => {
    if (isProduction) mixpanel.identify(id);
  },
  track: (name: string, props?: Record<string, unknown>) => {
    if (isProduction) mixpanel.track(name, props);
  },
  people: {
    set: (props: Record<string, unknown>) => {
      if (isProduction) mixpanel.people.set(props);
    },
  },
};

export const Mixpanel = actions;
