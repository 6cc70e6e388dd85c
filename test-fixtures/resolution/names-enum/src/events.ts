export enum Events {
  Shared = 'Doc Shared',
  Printed = 'Doc Printed',
}

export const enum Inline {
  Copied = 'Doc Copied',
}

const area = 'Doc';
export enum Computed {
  Moved = `${area} Moved`,
}

export namespace Group {
  export enum Names {
    Joined = 'Group Joined',
  }
}
