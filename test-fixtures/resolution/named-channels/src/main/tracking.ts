import { ipcMain, type BrowserWindow } from 'electron';
import Mixpanel from 'mixpanel';
import { saveWindow } from './window-state';

const client = Mixpanel.init('0123456789abcdef0123456789abcdef');
const CHANNEL = 'tracking:event';

ipcMain.on(CHANNEL, async (_event, name: string, properties?: Record<string, unknown>) => {
  client.track(name, { distinct_id: 'installation', ...properties });
});

ipcMain.handle('tracking:alias', (_event, alias: string) => client.alias('installation', alias));

// Other channels of the same processes have nothing to do with tracking.
ipcMain.on('window:save', (_event, name: string) => saveWindow(name));

export const greet = (window: BrowserWindow) => window.webContents.send('greeting', 'Hello');
