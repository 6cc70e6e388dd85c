export interface State {
  settings: { theme: string };
}
export type Dispatch = (action: unknown) => void;
export type AppThunk = (dispatch: Dispatch, getState: () => State) => Promise<void>;
