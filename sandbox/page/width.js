// Where the page is narrow, one pane shows at a time.
export const narrow = matchMedia('(max-width: 760px)');

/** Whether one pane at a time is shown. */
export const isNarrow = () => narrow.matches;
