export interface Customer {
  /** UUID. */
  readonly id: string;
  readonly name: string;
  readonly organization: { readonly id: string };
  readonly manager: { readonly id: string; readonly name: string; readonly email: string };
  readonly region: 'us' | 'eu' | 'in';
}

export interface CustomerStore {
  find(id: string): Promise<Customer>;
  all(): Promise<readonly Customer[]>;
  connect(id: string, projectId: string): Promise<void>;
  saveMetrics(id: string, metrics: { readonly events: number; readonly funnels: number }): Promise<void>;
  removeMetrics(id: string): Promise<void>;
}

export declare const customers: CustomerStore;
