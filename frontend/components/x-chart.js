import * as echarts from './vendor/echarts.esm.min.js';

/*
 * Draws what org.weft.base.ui.Chart describes: a model of words and numbers, never markup. Colours come from the custom
 * properties of weft.css, so light and dark are the page's. The same figures can be read as a table.
 */
const ROW = 26;
const TEMPLATE = `
  <style>
    :host { display: flex; flex-direction: column; gap: var(--vaadin-gap-s); min-inline-size: 0; }
    :host([hidden]) { display: none; }
    header { display: flex; align-items: flex-start; gap: var(--vaadin-gap-m); }
    h2 { font-size: var(--weft-heading-2); font-weight: 600; line-height: 1.3; margin: 0; }
    p { color: var(--vaadin-text-color-secondary); font-size: var(--aura-font-size-s); margin: 0; }
    .words { flex: 1; min-inline-size: 0; }
    .drawing { block-size: 18rem; min-inline-size: 0; overflow: hidden; }
    ul { display: flex; flex-wrap: wrap; font-size: var(--aura-font-size-s); gap: 2px var(--vaadin-gap-m); list-style: none; margin: 0; padding: 0; }
    li { align-items: center; display: flex; gap: 6px; }
    li::before { background: var(--_colour); block-size: 10px; border-radius: 3px; content: ''; inline-size: 10px; }
    .empty { align-content: center; text-align: center; }
    .scroll { max-block-size: 26rem; overflow: auto; }
    button {
      background: none; border: 1px solid var(--vaadin-border-color-secondary); border-radius: var(--vaadin-radius-s);
      color: var(--vaadin-text-color); cursor: pointer; font: inherit; font-size: var(--aura-font-size-s);
      padding: 2px var(--vaadin-padding-s);
    }
    button:hover { background: var(--vaadin-background-container); }
    button:focus-visible { outline: 2px solid var(--vaadin-focus-ring-color); outline-offset: 1px; }
    button.choose { border: 0; color: var(--aura-accent-text-color); padding: 0; text-align: start; text-decoration: underline; }
    table { border-collapse: collapse; font-size: var(--aura-font-size-m); inline-size: 100%; }
    th, td { border-block-end: 1px solid var(--vaadin-border-color-secondary); padding: 4px 8px; text-align: end; }
    th:first-child { text-align: start; }
    th { font-weight: 500; }
    td { font-variant-numeric: tabular-nums; }
    [hidden] { display: none; }
  </style>
  <header>
    <div class="words"><h2 id="heading"></h2><p class="context"></p></div>
    <button type="button" class="toggle"></button>
  </header>
  <ul class="legend" aria-hidden="true"></ul>
  <div class="drawing" role="img" aria-labelledby="heading"></div>
  <p class="empty" hidden></p>
  <div class="scroll" hidden tabindex="0" role="region" aria-labelledby="heading"></div>
`;

class WeftChart extends HTMLElement {
  #model = null;
  #chart = null;
  #asTable = false;
  #width = 0;
  #resized = new ResizeObserver(() => {
    if (this.clientWidth !== this.#width) {
      this.#draw();
    }
  });
  #schemed = new MutationObserver(() => this.#draw());
  #system = matchMedia('(prefers-color-scheme: dark)');
  #redraw = () => this.#draw();

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).innerHTML = TEMPLATE;
    this.#part('.toggle').addEventListener('click', () => {
      this.#asTable = !this.#asTable;
      this.#draw();
    });
  }

  connectedCallback() {
    this.#resized.observe(this);
    this.#schemed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-scheme'] });
    this.#system.addEventListener('change', this.#redraw);
    this.#draw();
  }

  disconnectedCallback() {
    this.#resized.disconnect();
    this.#schemed.disconnect();
    this.#system.removeEventListener('change', this.#redraw);
    this.#chart?.dispose();
    this.#chart = null;
  }

  get model() {
    return this.#model;
  }

  set model(model) {
    this.#model = model;
    this.#draw();
  }

  #part(selector) {
    return this.shadowRoot.querySelector(selector);
  }

  #draw() {
    const model = this.#model;
    if (!model || !this.isConnected) {
      return;
    }
    const empty = !model.categories.length || !model.series.length;
    const table = this.#asTable && !empty;
    const drawing = this.#part('.drawing');
    this.#part('h2').textContent = model.heading;
    this.#part('.context').textContent = model.context || '';
    this.#part('.empty').textContent = model.words.empty;
    this.#part('.empty').hidden = !empty;
    this.#part('.toggle').hidden = empty;
    this.#part('.toggle').textContent = table ? model.words.chart : model.words.table;
    this.#part('.scroll').hidden = !table;
    drawing.hidden = table || empty;
    this.#part('.legend').hidden = drawing.hidden || model.series.length < 2 || model.type === 'LINES';
    if (empty) {
      return;
    }
    if (table) {
      this.#part('.scroll').replaceChildren(this.#table(model));
      return;
    }
    this.#width = this.clientWidth;
    if (!this.#width) {
      return; // Not laid out yet: the observer calls again.
    }
    this.#legend(model);
    drawing.style.blockSize = model.type === 'ROWS' ? `${this.#rowsHeight(model)}px` : '';
    drawing.setAttribute('aria-description', this.#spoken(model));
    if (!this.#chart) {
      this.#chart = echarts.init(drawing, null, { renderer: 'svg' });
      this.#chart.on('click', (at) => this.#choose(at.dataIndex, at.seriesIndex));
    }
    this.#chart.setOption(this.#option(model), { notMerge: true });
    this.#chart.resize();
  }

  #rowsHeight(model) {
    const bars = model.stacked ? 1 : model.series.length;
    return model.categories.length * (ROW + (bars - 1) * 16) + 36;
  }

  #choose(category, series) {
    if (this.#model.selectable) {
      this.dispatchEvent(new CustomEvent('chart-select', { detail: { category, series } }));
    }
  }

  #format(model) {
    const format = new Intl.NumberFormat(
      model.locale,
      model.percent ? { style: 'percent', maximumFractionDigits: 0 } : { maximumFractionDigits: 1 },
    );
    return (value) => (value === null || value === undefined ? model.words.hidden : format.format(value));
  }

  /** The style sheet's name of a series' colour. */
  #token(model, at) {
    const tone = model.series[at].tone;
    return tone ? `--weft-${tone}` : `--weft-chart-${(at % 7) + 1}`;
  }

  #legend(model) {
    this.#part('.legend').replaceChildren(
      ...model.series.map((one, at) => {
        const entry = document.createElement('li');
        entry.style.setProperty('--_colour', `var(${this.#token(model, at)})`);
        entry.textContent = one.name;
        return entry;
      }),
    );
  }

  /** A colour of the style sheet in a form the drawing library can calculate with. */
  #colour(property) {
    const probe = document.createElement('span');
    probe.style.color = `var(${property})`;
    this.shadowRoot.append(probe);
    const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    context.fillStyle = getComputedStyle(probe).color;
    probe.remove();
    context.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
    return `rgba(${r},${g},${b},${a / 255})`;
  }

  #option(model) {
    const format = this.#format(model);
    const text = this.#colour('--vaadin-text-color');
    const quiet = this.#colour('--vaadin-text-color-secondary');
    const line = this.#colour('--vaadin-border-color-secondary');
    const font = getComputedStyle(this).fontFamily;
    const lying = model.type === 'ROWS';
    const lines = model.type === 'LINES';
    const several = model.series.length > 1;
    const narrow = this.clientWidth < 420;
    const labels = !lines && (model.stacked ? false : model.series.length * model.categories.length <= 24);
    const values = {
      type: 'value',
      min: 0,
      max: model.percent ? 1 : null,
      minInterval: model.percent ? null : 1,
      interval: model.percent ? (narrow && lying ? 0.5 : 0.25) : null,
      axisLabel: { color: quiet, formatter: format, hideOverlap: true },
      splitLine: { lineStyle: { color: line } },
    };
    const names = {
      type: 'category',
      data: model.categories,
      inverse: lying,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
      axisLabel: { color: text, width: lying ? Math.min(168, this.clientWidth * 0.36) : null, overflow: 'truncate', hideOverlap: !lying, interval: lying ? 0 : 'auto' },
    };
    const unknown = { value: 0, label: { color: quiet, formatter: model.words.hidden } };
    return {
      animation: false,
      textStyle: { fontFamily: font, fontSize: 12 },
      grid: { left: 4, right: lines && several ? 96 : labels && lying ? 48 : 16, top: lying ? 4 : 20, bottom: 4, containLabel: true },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: lines ? 'line' : 'shadow' },
        confine: true,
        renderMode: 'richText',
        backgroundColor: this.#colour('--weft-surface'),
        borderColor: line,
        textStyle: { color: text, fontSize: 12 },
        formatter: (all) => [
          model.categories[all[0].dataIndex],
          ...all.map(({ seriesIndex, dataIndex }) => {
            const one = model.series[seriesIndex];
            return `${one.name}: ${format(one.values[dataIndex])}`;
          }),
        ].join('\n'),
      },
      xAxis: lying ? values : names,
      yAxis: lying ? names : values,
      series: model.series.map((one, at) => ({
        name: one.name,
        type: lines ? 'line' : 'bar',
        stack: model.stacked ? 'all' : null,
        data: one.values.map((value) => (value === null && labels ? unknown : value)),
        barMaxWidth: lying ? 18 : 40,
        cursor: model.selectable ? 'pointer' : 'default',
        symbol: 'circle',
        symbolSize: 7,
        lineStyle: { width: 2.5 },
        itemStyle: {
          color: this.#colour(this.#token(model, at)),
          borderRadius: model.stacked || lines ? 0 : lying ? [0, 3, 3, 0] : [3, 3, 0, 0],
        },
        emphasis: { focus: several ? 'series' : 'none' },
        label: { show: labels, position: lying ? 'right' : 'top', color: text, formatter: (bar) => format(bar.value) },
        endLabel: { show: lines && several, color: text, formatter: one.name.replace(/[{}]/g, ''), width: 88, overflow: 'truncate' },
      })),
    };
  }

  /** The figures in one sentence each, for who listens. */
  #spoken(model) {
    const format = this.#format(model);
    return model.categories
      .map((name, at) => `${name}: ${model.series.map((one) => `${one.name} ${format(one.values[at])}`).join(', ')}`)
      .join('. ');
  }

  #table(model) {
    const format = this.#format(model);
    const table = document.createElement('table');
    const cell = (row, tag, words, scope) => {
      const made = document.createElement(tag);
      made.textContent = words;
      if (scope) {
        made.scope = scope;
      }
      row.append(made);
      return made;
    };
    const head = table.createTHead().insertRow();
    cell(head, 'th', '', 'col');
    model.series.forEach((one) => cell(head, 'th', one.name, 'col'));
    const body = table.createTBody();
    model.categories.forEach((name, at) => {
      const row = body.insertRow();
      const first = cell(row, 'th', model.selectable ? '' : name, 'row');
      if (model.selectable) {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'choose';
        button.textContent = name;
        button.addEventListener('click', () => this.#choose(at, 0));
        first.append(button);
      }
      model.series.forEach((one) => cell(row, 'td', format(one.values[at])));
    });
    return table;
  }
}

customElements.define('x-chart', WeftChart);
