import { z } from 'zod';

// Zod's faster path compiles with `new Function`, which the content security policy forbids and reports. This must run
// before the first schema is made, so it is the first import of everything in this folder.
z.config({ jitless: true });
