// Light, dark, or as the system says.
import { icon } from './icons.js';
import { remember } from './format.js';

const ORDER = ['auto', 'light', 'dark'];
const ICONS = { auto: 'auto', light: 'sun', dark: 'moon' };

/**
 * Turn a button into the theme switch.
 * @param {HTMLButtonElement} button
 */
export function themeSwitch(button) {
  const root = document.documentElement;
  const show = () => {
    const theme = root.dataset.theme ?? 'auto';
    const next = ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length];
    button.replaceChildren(icon(ICONS[theme]));
    button.setAttribute('aria-label', `Theme: ${theme}. Switch to ${next}`);
    button.title = `Theme: ${theme}`;
    return next;
  };
  let next = show();
  button.addEventListener('click', () => {
    if (next === 'auto') delete root.dataset.theme;
    else root.dataset.theme = next;
    remember('sandbox.theme', next === 'auto' ? null : next);
    next = show();
  });
}
