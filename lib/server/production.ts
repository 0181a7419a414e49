/** Imported before everything else by the production server: others read this when they load. */
Object.assign(process.env, { NODE_ENV: 'production' });
