export const audit = (entry: object) => {
  console.debug(entry);
};
