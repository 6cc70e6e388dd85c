/**
 * GitHub allows an installation about 80 content-creating requests a minute and 500 an hour; more end in a secondary
 * limit for everything. https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 * The budget is shared by all workers.
 */
export interface ContentBudget {
  /**
   * Takes one request from an installation's budget, or says when there will be one again. Check runs gate merges and
   * may use all of it, comments leave a part of it free for them.
   */
  take(installation: number, purpose: 'check' | 'comment'): Promise<{ readonly waitUntil: Date | null }>;
}
