/** The parameter of an address's query that holds a launch code. */
export const launchParameter = 'launch';
