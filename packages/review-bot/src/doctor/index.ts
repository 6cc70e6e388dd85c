export { runDoctor } from './run-doctor.js';
export { readManifest } from './manifest.js';
export { registrationUrl } from './registration-url.js';
