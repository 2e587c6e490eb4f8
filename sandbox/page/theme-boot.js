// A plain script, so that the chosen theme is set before the first paint.
(() => {
  try {
    const theme = JSON.parse(localStorage.getItem('sandbox.theme'));
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Without storage the page follows the system.
  }
})();
