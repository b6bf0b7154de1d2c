// The theme, set before the first paint: a small classic script at the head of the page. Kept in localStorage.
'use strict';
{
  const key = 'furat-theme';
  const themes = { auto: 'Theme: system', light: 'Theme: light', dark: 'Theme: dark' };

  const kept = () => {
    const theme = localStorage.getItem(key);
    return Object.hasOwn(themes, theme ?? '') ? theme : 'auto';
  };
  const show = (theme) => {
    document.documentElement.dataset.theme = theme;
  };

  show(kept());
  document.addEventListener('DOMContentLoaded', () => {
    const button = document.getElementById('theme');
    button.textContent = themes[kept()];
    button.addEventListener('click', () => {
      const names = Object.keys(themes);
      const next = names[(names.indexOf(kept()) + 1) % names.length];
      localStorage.setItem(key, next);
      show(next);
      button.textContent = themes[next];
    });
  });
}
