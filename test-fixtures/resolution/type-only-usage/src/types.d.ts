declare module 'mixpanel-browser' {
  export function track(name: string, props?: object): void;
}
