/** Pixels of the map's width from which on the legend stands open and places are kept clear of it. */
export const LEGEND_FROM = 700;
