// What a message carries besides text.
import { h } from './dom.js';
import { icon } from './icons.js';
import { api } from './api.js';
import { size } from './format.js';
import { kindName } from './summary.js';

const PICTURES = new Set(['photo', 'sticker', 'animation']);
const ICONS = {
  photo: 'image',
  sticker: 'sticker',
  animation: 'image',
  video: 'image',
  video_note: 'image',
  voice: 'mic',
  audio: 'mic',
  location: 'map',
  contact: 'person',
  poll: 'poll',
  dice: 'poll',
};

/**
 * The element for a message's attachment, or null for plain text.
 * @param {any} message
 * @returns {HTMLElement | null}
 */
export function attachment(message) {
  const { kind, file } = message;
  if (!kind || kind === 'text' || message.service) return null;
  if (!file) return card(kind, kindName(kind), describe(message));
  const url = api.fileUrl(file.file_id);
  const isImage = (file.mime_type ?? '').startsWith('image/');
  if (PICTURES.has(kind) && (isImage || kind === 'photo')) return picture(message, url);
  if (kind === 'video' || kind === 'video_note' || kind === 'animation') {
    return playing(h('video', { class: `media ${kind}`, controls: true, preload: 'metadata', src: url }), message, url);
  }
  if (kind === 'voice' || kind === 'audio') {
    return playing(h('audio', { class: 'media', controls: true, preload: 'metadata', src: url }), message, url);
  }
  return download(message, url);
}

function picture(message, url) {
  const name = message.file.file_name || kindName(message.kind);
  const image = h('img', {
    class: `media ${message.kind}`,
    alt: message.caption ? name : `${kindName(message.kind)}: ${name}`,
    src: url,
    loading: 'lazy',
  });
  const link = h(
    'a',
    { class: 'picture', href: url, target: '_blank', rel: 'noopener', 'aria-label': `Open ${name}` },
    image,
  );
  image.addEventListener('error', () => link.replaceWith(download(message, url)), { once: true });
  return link;
}

function playing(player, message, url) {
  const box = h('div', { class: 'player', 'aria-label': kindName(message.kind), role: 'group' }, player);
  player.addEventListener('error', () => box.replaceWith(download(message, url)), { once: true });
  return box;
}

function download(message, url) {
  const { file, kind } = message;
  const name = file.file_name || kindName(kind);
  return h(
    'a',
    { class: 'file', href: url, download: name, 'aria-label': `Download ${name}` },
    h('span', { class: 'file-icon', 'aria-hidden': 'true' }, icon(ICONS[kind] ?? 'file')),
    h(
      'span',
      { class: 'file-text' },
      h('b', null, name),
      h('small', null, [size(file.size), kindName(kind)].filter(Boolean).join(' · ')),
    ),
  );
}

function card(kind, title, text) {
  return h(
    'div',
    { class: 'file' },
    h('span', { class: 'file-icon', 'aria-hidden': 'true' }, icon(ICONS[kind] ?? 'file')),
    h('span', { class: 'file-text' }, h('b', null, title), text && h('small', null, text)),
  );
}

function describe(message) {
  const content = message.details;
  if (!content || typeof content !== 'object') return '';
  if (message.kind === 'location') return `${content.latitude}, ${content.longitude}`;
  if (message.kind === 'contact') return [content.first_name, content.phone_number].filter(Boolean).join(' · ');
  if (message.kind === 'poll') return content.question ?? '';
  if (message.kind === 'dice') return `${content.emoji ?? ''} ${content.value ?? ''}`.trim();
  return '';
}
