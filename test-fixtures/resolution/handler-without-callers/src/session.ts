export const signIn = (account: string): Promise<Response> => fetch(`/sessions/${account}`);
