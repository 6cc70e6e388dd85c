export const saveWindow = (name: string) => console.debug(name);
