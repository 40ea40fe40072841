// Runs before the first page module, and so before any schema is made in the browser.
import './lib/client/jitless';
