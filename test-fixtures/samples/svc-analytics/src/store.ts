import type { Organization, Survey, User } from './models.js';

/** Stands for the database. */
export interface Store {
  saveSurvey(survey: Survey): Promise<void>;
  closeSurvey(survey: Survey): Promise<void>;
  deleteSurvey(id: string): Promise<void>;
  dueSurveys(): Promise<readonly { readonly survey: Survey; readonly organization: Organization; readonly waiting: number }[]>;
  user(id: string): Promise<User>;
}

export declare const store: Store;
