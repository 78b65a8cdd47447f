/** One column, in which the dossier stands below the map and a tool comes up as a sheet. */
export const isNarrow = (): boolean => matchMedia('(max-width: 699px)').matches;
