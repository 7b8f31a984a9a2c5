/** What the frame does without asking the server: the keys that work everywhere, light and dark. */
const STORED = 'weft-scheme';

window.weft = {
  /** Reads ('system', 'light', 'dark') or, given one, stores the colour scheme of this browser. */
  scheme(chosen) {
    const root = document.documentElement;
    if (chosen) {
      if (chosen === 'system') {
        delete root.dataset.scheme;
      } else {
        root.dataset.scheme = chosen;
      }
      try {
        if (chosen === 'system') {
          localStorage.removeItem(STORED);
        } else {
          localStorage.setItem(STORED, chosen);
        }
      } catch {
        // Storage is off: the choice lasts as long as the page.
      }
    }
    return root.dataset.scheme || 'system';
  },
};

const typing = (event) => {
  const at = event.composedPath()[0];
  return at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName));
};

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event)) {
    return;
  }
  const frame = document.querySelector('.weft-frame');
  if (!frame || document.querySelector('vaadin-dialog[opened]')) {
    return;
  }
  if (event.key === '/') {
    const search = frame.querySelector('.weft-search vaadin-combo-box');
    if (search) {
      event.preventDefault();
      search.focus();
    }
  } else if (event.key === '?') {
    event.preventDefault();
    frame.dispatchEvent(new CustomEvent('weft-shortcuts'));
  } else if (/^[a-z]$/.test(event.key)) {
    // A button that names a key is pressed by it from anywhere on the page; the focus stays where it is.
    const button = frame.querySelector(`[data-key="${event.key}"]:not([disabled])`);
    if (button && button.checkVisibility()) {
      event.preventDefault();
      button.click();
    }
  }
});
