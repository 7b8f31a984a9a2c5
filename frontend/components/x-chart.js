/** Draws what org.weft.base.ui.Chart describes. */
class WeftChart extends HTMLElement {}
customElements.define('x-chart', WeftChart);
