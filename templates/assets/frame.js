// Firstline: what a page of the help panel tells the page around it, and nobody else: that Esc was pressed.
(() => {
  'use strict';
  if (parent === self) return;
  const doc = document;
  const originOf = (text) => { try { return new URL(text).origin; } catch (e) { return ''; } };
  const origins = (doc.body.dataset.origins || '').split(' ').map(originOf);
  const field = doc.querySelector('.search input');
  let port = null;

  addEventListener('message', (event) => {
    const asked = event.source === parent && origins.includes(event.origin) && event.data === 'firstline-widget';
    if (!asked || !event.ports[0]) return;
    port = event.ports[0];
    // The first page begins at the search field, the others with what they say, a section's at the section.
    port.onmessage = () => {
      if (!doc.querySelector('.panel-home')) field.focus();
      else if (!location.hash) doc.getElementById('main').focus({ preventScroll: true });
    };
  });

  doc.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || doc.querySelector('dialog[open]')) return;
    if (port) port.postMessage('close');
  });
})();
