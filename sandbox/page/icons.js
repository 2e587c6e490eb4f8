// Line icons drawn by path, so that they take the colour of the text around them.
const PATHS = {
  reply: 'M9 7 4 12l5 5M4 12h9a6 6 0 0 1 6 6v1',
  react: 'M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM8.5 14.5a4.5 4.5 0 0 0 7 0M9 9.5v.01M15 9.5v.01',
  more: 'M12 5v.01M12 12v.01M12 19v.01',
  back: 'm15 5-7 7 7 7',
  close: 'm6 6 12 12M18 6 6 18',
  send: 'M4 12 20 4l-5 16-3-7zM12 13l8-9',
  attach: 'm20 11-8.5 8.5a5 5 0 0 1-7-7L13 4a3.5 3.5 0 0 1 5 5l-8.5 8.5a1.8 1.8 0 0 1-2.5-2.5L14.5 7.5',
  pin: 'M9 4h6l-1 6 3 3H7l3-3zM12 13v7',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  edit: 'm4 20 1-4L16 5l3 3L8 19zM14 7l3 3',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
  auto: 'M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM12 3v18M12 7l6 3M12 12l8 1M12 17l5 1',
  help: 'M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 17v.01',
  plus: 'M12 5v14M5 12h14',
  down: 'm6 9 6 6 6-6',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4',
  hash: 'M5 9h15M4 15h15M10 4 8 20M16 4l-2 16',
  code: 'm8 8-4 4 4 4M16 8l4 4-4 4M13 6l-2 12',
  bolt: 'M13 3 5 14h6l-1 7 8-11h-6z',
  clock: 'M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM12 7v5l3 2',
  block: 'M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM6 6l12 12',
  link: 'M7 17 17 7M9 7h8v8',
  check: 'm5 12 5 5L19 7',
  mic: 'M12 14a3 3 0 0 1-3-3V6a3 3 0 0 1 6 0v5a3 3 0 0 1-3 3zM6 11a6 6 0 0 0 12 0M12 17v4',
  map: 'M12 21s6.5-6 6.5-11a6.5 6.5 0 0 0-13 0c0 5 6.5 11 6.5 11zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20a7.5 7.5 0 0 1 15 0',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9v.01',
  sticker: 'M5 4h14v9l-6 7H5zM13 20v-7h6',
  poll: 'M6 20v-7M12 20V5M18 20v-4',
  bot: 'M5 9h14v10H5zM12 9V5M9 13.5v.01M15 13.5v.01M2.5 13v3M21.5 13v3',
  records: 'M12 9c3.9 0 7-1.3 7-3s-3.1-3-7-3-7 1.3-7 3 3.1 3 7 3zM5 6v12c0 1.7 3.1 3 7 3s7-1.3 7-3V6M5 12c0 1.7 3.1 3 7 3s7-1.3 7-3',
  reset: 'M4 12a8 8 0 1 0 2.5-5.8M4 4v4.5h4.5',
};

/**
 * One icon, hidden from assistive technology: the control around it carries the label.
 * @param {keyof typeof PATHS | string} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', PATHS[name] ?? PATHS.file);
  svg.append(path);
  return svg;
}
