export const createJournal = () => {
  const lines: string[] = [];
  return { track: (name: string, detail: object) => lines.push(name, JSON.stringify(detail)) };
};
