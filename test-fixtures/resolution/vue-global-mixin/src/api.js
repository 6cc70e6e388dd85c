export const sendReport = (title) => fetch('/reports', { method: 'POST', body: title });
