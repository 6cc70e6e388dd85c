interface Account {
  id: string;
  email: string;
  seats: number;
}

export class Accounts<T extends object> {
  constructor(private readonly all: readonly T[]) {}

  pick<K extends keyof T>(index: number, ..._keys: readonly K[]): Pick<T, K> {
    return this.all[index]!;
  }
}

export const accounts = new Accounts<Account>([]);
