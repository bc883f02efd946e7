export { PREFERENCES_PATH } from './mail/digest-message.js';
