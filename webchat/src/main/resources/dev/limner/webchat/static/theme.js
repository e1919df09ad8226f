// Runs before the page is drawn, so that a chosen theme does not flash; the system's choice needs no script.
const chosen = localStorage.getItem('limner.theme');
if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.theme = chosen;
