export const EVENTS = {
  SIGN_UP: 'Sign Up',
  AUTH: {
    LOGIN: 'Log In',
  },
} as const;

export const FROZEN = Object.freeze({ LOGOUT: 'Log Out' });

export const DELETE_ACCOUNT = 'Delete Account';
