/** What has not come after so many milliseconds will not come. */
export const PATIENCE = 30_000;
