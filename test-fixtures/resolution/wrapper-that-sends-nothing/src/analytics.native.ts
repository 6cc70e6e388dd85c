export function track(name: string, props?: object) {
  if (__DEV__) console.log(name, props);
}

declare const __DEV__: boolean;
