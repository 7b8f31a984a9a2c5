/** What elements of Vaadin tell those who listen to a page, put right. Found by axe; each goes when its element is mended. */
const mend = (tag, patch) => customElements.whenDefined(tag).then((element) => patch(element.prototype));

// A list of tabs holds tabs alone: what scrolls them takes no focus.
mend('vaadin-tabs', (tabs) => {
  const { ready } = tabs;
  tabs.ready = function () {
    ready.call(this);
    this.shadowRoot.querySelector('#scroll').removeAttribute('tabindex');
  };
});

// What a menu offers is chosen, but never stays selected.
mend('vaadin-context-menu-item', (item) => {
  item._selectedChanged = () => {};
});

// A detail that covers its list is a dialog, and a dialog has a name: that of the page.
mend('vaadin-master-detail-layout', (layout) => {
  const { updated } = layout;
  layout.updated = function (changed) {
    updated.call(this, changed);
    const detail = this.shadowRoot.querySelector('#detail');
    detail.ariaLabel = detail.role === 'dialog' ? document.querySelector('h1')?.textContent : null;
  };
});
