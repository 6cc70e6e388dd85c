import { mixpanelBrowser } from './mixpanel-browser.js';
import { mixpanelCordova } from './mixpanel-cordova.js';
import { mixpanelHttp } from './mixpanel-http.js';
import { mixpanelNode } from './mixpanel-node.js';
import { mixpanelReactNative } from './mixpanel-react-native.js';
import type { SdkAdapter } from './sdk-adapter.js';
import { segment } from './segment.js';

const ALL: readonly SdkAdapter[] = [
  mixpanelBrowser,
  mixpanelNode,
  mixpanelReactNative,
  mixpanelCordova,
  mixpanelHttp,
  segment,
];

/** A function that leads to a tracker in a way that code does not show: `{ module, name, method }`. */
export interface DeclaredTracker {
  /** Path of a file, or the name of a package. */
  readonly module: string;
  readonly name: string;
  readonly method: string;
}

export interface DeclaredMember {
  readonly members: readonly string[];
  readonly method: readonly string[];
}

/** Which adapters are in use, by package, global and id. */
export class SdkRegistry {
  readonly adapters: readonly SdkAdapter[];
  readonly #byPackage = new Map<string, SdkAdapter>();
  readonly #byGlobal = new Map<string, SdkAdapter>();
  readonly #byId = new Map<string, SdkAdapter>();

  /** `trackers`: functions that the configuration says lead to an SDK method. */
  constructor(
    vendors: readonly string[],
    private readonly trackers: readonly DeclaredTracker[] = [],
  ) {
    this.adapters = ALL.filter((adapter) => vendors.includes(adapter.vendor));
    for (const adapter of this.adapters) {
      this.#byId.set(adapter.id, adapter);
      for (const name of adapter.packages) this.#byPackage.set(name, adapter);
      for (const name of adapter.globals) this.#byGlobal.set(name, adapter);
    }
  }

  ofPackage(name: string): SdkAdapter | null {
    return this.#byPackage.get(name) ?? null;
  }

  ofGlobal(name: string): SdkAdapter | null {
    return this.#byGlobal.get(name) ?? null;
  }

  /**
   * What an export is declared to lead to: member paths below the export (`[]` is the export itself) and the SDK's
   * member path for each.
   */
  declared(module: string, name: string): readonly DeclaredMember[] {
    return this.trackers.flatMap((tracker): DeclaredMember[] => {
      const [first, ...members] = tracker.name.split('.');
      const isMeant = tracker.module === module && first === name;
      return isMeant ? [{ members, method: tracker.method.split('.') }] : [];
    });
  }

  /** Names under which declared trackers are imported. */
  get declaredNames(): readonly string[] {
    return this.trackers.map((tracker) => tracker.name.split('.')[0] ?? tracker.name);
  }

  get(id: string): SdkAdapter | null {
    return this.#byId.get(id) ?? null;
  }

  /** Words of which one stands in every file that uses an SDK directly. */
  get words(): readonly string[] {
    return [...new Set(this.adapters.flatMap((adapter) => adapter.words))];
  }
}

export type { SdkAdapter, SdkCallParts } from './sdk-adapter.js';
