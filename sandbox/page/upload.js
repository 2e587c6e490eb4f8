// Files to send, and ready-made attachments for which no file is needed.

/** The kind of message that a chosen file becomes. */
export function kindOf(file) {
  const type = file.type ?? '';
  if (type === 'image/gif') return 'animation';
  if (type.startsWith('image/') && type !== 'image/svg+xml') return 'photo';
  if (type.startsWith('video/')) return 'video';
  if (type.startsWith('audio/')) return 'audio';
  return 'document';
}

/** A file's bytes in base64. */
export function asBase64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result.slice(reader.result.indexOf(',') + 1)));
    reader.addEventListener('error', () => reject(new Error(`${file.name} cannot be read`)));
    reader.readAsDataURL(file);
  });
}

export const samples = [
  { label: 'Sample photo', icon: 'image', body: { kind: 'photo' } },
  { label: 'Sample album', icon: 'image', body: { album: ['photo', 'photo', 'photo'] } },
  { label: 'Sample voice message', icon: 'mic', body: { kind: 'voice' } },
  { label: 'Sample sticker', icon: 'sticker', body: { kind: 'sticker' } },
  { label: 'Sample location', icon: 'map', body: { kind: 'location' } },
  { label: 'Sample contact', icon: 'person', body: { kind: 'contact' } },
];
