import { contextBridge, ipcRenderer } from 'electron';

contextBridge.exposeInMainWorld('bridge', {
  trackEvent: (name: string, properties?: object) => ipcRenderer.send('tracking:event', name, properties),
  saveWindow: (name: string) => ipcRenderer.send('window:save', name),
});
