/**
 * The production server imports this first, because other modules read the variable as they load.
 */
Object.assign(process.env, { NODE_ENV: 'production' });
