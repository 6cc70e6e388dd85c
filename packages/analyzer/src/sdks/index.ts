import { mixpanelBrowser } from './mixpanel-browser.js';
import { mixpanelHttp } from './mixpanel-http.js';
import { mixpanelNode } from './mixpanel-node.js';
import { mixpanelReactNative } from './mixpanel-react-native.js';
import type { SdkAdapter } from './sdk-adapter.js';
import { segment } from './segment.js';

const ALL: readonly SdkAdapter[] = [
  mixpanelBrowser,
  mixpanelNode,
  mixpanelReactNative,
  mixpanelHttp,
  segment,
];

/** Which adapters are in use, by package, global and id. */
export class SdkRegistry {
  readonly adapters: readonly SdkAdapter[];
  readonly #byPackage = new Map<string, SdkAdapter>();
  readonly #byGlobal = new Map<string, SdkAdapter>();
  readonly #byId = new Map<string, SdkAdapter>();

  constructor(vendors: readonly string[]) {
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

  get(id: string): SdkAdapter | null {
    return this.#byId.get(id) ?? null;
  }

  /** Words of which one stands in every file that uses an SDK directly. */
  get words(): readonly string[] {
    return [...new Set(this.adapters.flatMap((adapter) => adapter.words))];
  }
}

export type { SdkAdapter, SdkCallParts, SdkUse } from './sdk-adapter.js';
