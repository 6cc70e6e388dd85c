export const notify = (text: string) => `sent ${text}`;
