// Names, times, sizes and colours: small pure helpers, and the little that the browser remembers.

const PALETTE = 7;

/** Initials for an avatar: at most two letters, whole characters even outside the basic plane. */
export function initials(name) {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  return (
    words
      .slice(0, 2)
      .map((word) => [...word][0])
      .join('')
      .toUpperCase() || '?'
  );
}

/** A stable colour class for a person or chat. */
export function colour(id) {
  return `tone-${Math.abs(Number(id) || 0) % PALETTE}`;
}

/** "Ana" or "Ana Lopez". */
export function fullName(user) {
  return [user.first_name, user.last_name].filter(Boolean).join(' ');
}

/** Time of day of a Unix time. */
export function clock(seconds) {
  return new Date(seconds * 1000).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}

/** The day of a Unix time as a heading: "Today", "Yesterday", or the date. */
export function day(seconds, now = Date.now() / 1000) {
  const date = new Date(seconds * 1000);
  const today = new Date(now * 1000);
  const days = Math.round((startOfDay(today) - startOfDay(date)) / 86_400_000);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  const year = date.getFullYear() === today.getFullYear() ? undefined : 'numeric';
  return date.toLocaleDateString([], { day: 'numeric', month: 'long', year });
}

/** A short stamp for lists: the time today, else the date. */
export function stamp(seconds, now = Date.now() / 1000) {
  if (new Date(seconds * 1000).toDateString() === new Date(now * 1000).toDateString()) return clock(seconds);
  return new Date(seconds * 1000).toLocaleDateString([], { day: 'numeric', month: 'short' });
}

function startOfDay(date) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** A language by its code, in words; null when there is none. */
export function language(code) {
  try {
    return code ? new Intl.DisplayNames(['en'], { type: 'language' }).of(code) : null;
  } catch {
    return code;
  }
}

/** "12 KB". */
export function size(bytes) {
  if (!Number.isFinite(bytes)) return '';
  const units = ['B', 'KB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value >= 10 || unit === 0 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

/** "3 messages". */
export function count(number, one, many = `${one}s`) {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

/** Keep a value in this browser; null forgets it. */
export function remember(name, value) {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Private windows may refuse; the page works without.
  }
}

/** What was remembered, parsed as JSON, or the fallback. */
export function recall(name, fallback) {
  try {
    const text = localStorage.getItem(name);
    return text === null ? fallback : JSON.parse(text);
  } catch {
    return fallback;
  }
}
