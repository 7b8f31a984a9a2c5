import * as echarts from './vendor/echarts.esm.min.js';

/*
 * Draws what org.weft.base.ui.Chart describes: a model of words and numbers, never markup. Colours come from the custom
 * properties of weft.css, so light and dark are the page's. The same figures can be read as a table.
 */
const ROW = 26;
const HEAT_ROW = 30;
const HEAT_COLUMN = 52;
const MOST_SPOKEN = 80;
const TEMPLATE = `
  <style>
    :host { display: flex; flex-direction: column; gap: var(--vaadin-gap-s); min-inline-size: 0; }
    :host([hidden]) { display: none; }
    header { display: flex; align-items: flex-start; gap: var(--vaadin-gap-m); }
    h2 { font-size: var(--weft-heading-2); font-weight: 600; line-height: 1.3; margin: 0; }
    p { color: var(--vaadin-text-color-secondary); font-size: var(--aura-font-size-s); margin: 0; }
    .words { flex: 1; min-inline-size: 0; }
    .frame { max-block-size: 34rem; min-inline-size: 0; overflow: auto; }
    .frame:focus-visible, .scroll:focus-visible { outline: 2px solid var(--vaadin-focus-ring-color); outline-offset: 1px; }
    .drawing { block-size: 18rem; min-inline-size: 0; overflow: hidden; }
    ul { display: flex; flex-wrap: wrap; font-size: var(--aura-font-size-s); gap: 2px var(--vaadin-gap-m); list-style: none; margin: 0; padding: 0; }
    li { align-items: center; display: flex; gap: 6px; }
    li::before { background: var(--_colour); block-size: 10px; border-radius: 3px; content: ''; inline-size: 10px; }
    li.target::before { background: none; block-size: 0; border-block-start: 2px dashed var(--_colour); border-radius: 0; inline-size: 16px; }
    .empty { align-content: center; text-align: center; }
    .scroll { max-block-size: 34rem; overflow: auto; }
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
    th:first-child { min-inline-size: 9rem; overflow-wrap: anywhere; }
    thead th { background: var(--weft-surface); inset-block-start: 0; position: sticky; vertical-align: bottom; }
    .detail { text-align: start; }
    td { font-variant-numeric: tabular-nums; }
    [hidden] { display: none; }
  </style>
  <header>
    <div class="words"><h2 id="heading"></h2><p class="context"></p></div>
    <button type="button" class="toggle"></button>
  </header>
  <ul class="legend" aria-hidden="true"></ul>
  <div class="frame"><div class="drawing" role="img" aria-labelledby="heading"></div></div>
  <p class="empty" hidden></p>
  <div class="scroll" hidden tabindex="0" role="region" aria-labelledby="heading"></div>
`;

/** The numbers of a colour as {@link WeftChart} reads it from the page. */
const channels = (colour) => colour.match(/[\d.]+/g).map(Number);

/** So much of the way from one colour to another. */
function mix(from, to, share) {
  const [a, b] = [channels(from), channels(to)];
  return `rgb(${[0, 1, 2].map((at) => Math.round(a[at] + (b[at] - a[at]) * share)).join(',')})`;
}

/** The relative luminance of WCAG 2. */
function luminance(colour) {
  const [r, g, b] = channels(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Whichever of two colours is easier to read on a ground. */
function readable(ground, one, other) {
  const contrast = (colour) => {
    const [dark, light] = [luminance(ground), luminance(colour)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  return contrast(one) >= contrast(other) ? one : other;
}

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
    this.#part('.frame').hidden = table || empty;
    this.#part('.legend').hidden = table || empty || model.series.length < 2 || this.#namesItself(model);
    if (empty) {
      return;
    }
    if (table) {
      this.#part('.scroll').replaceChildren(this.#table(model));
      return;
    }
    // As high as it will be, also before it is drawn: nothing below moves.
    this.#legend(model);
    this.#measure(model, drawing);
    this.#width = this.clientWidth;
    if (!this.#width) {
      return; // Not laid out yet: the observer calls again.
    }
    drawing.setAttribute('aria-description', this.#spoken(model));
    if (!this.#chart) {
      this.#chart = echarts.init(drawing, null, { renderer: 'svg' });
      this.#chart.on('click', (at) => {
        if (at.seriesType === 'heatmap') {
          this.#choose(at.value[1], at.value[0]);
        } else {
          this.#choose(at.dataIndex, at.seriesIndex);
        }
      });
    }
    this.#chart.setOption(this.#option(model), { notMerge: true });
    this.#chart.resize();
  }

  /** Whether the drawing says itself which series is which, so that no legend is needed. */
  #namesItself(model) {
    if (model.type !== 'LINES') {
      return model.type === 'HEAT';
    }
    // Names at the ends of lines that meet would stand on each other.
    const ends = model.series.map((one) => one.values.findLast((value) => value !== null) ?? 0).sort((a, b) => a - b);
    const room = 0.08 * Math.max(...model.series.flatMap((one) => one.values));
    return (this.clientWidth || innerWidth) >= 420 && ends.every((end, at) => at === 0 || end - ends[at - 1] >= room);
  }

  /** Many rows make a drawing high, many columns of a heat map wide; past a limit its frame scrolls. */
  #measure(model, drawing) {
    const bars = model.stacked ? 1 : model.series.length;
    const heat = model.type === 'HEAT';
    const height = heat
      ? model.categories.length * HEAT_ROW + this.#headHeight(model)
      : model.categories.length * (ROW + (bars - 1) * 16) + 36;
    const width = this.#nameWidth(model) + model.series.length * HEAT_COLUMN + 40;
    drawing.style.blockSize = heat || model.type === 'ROWS' ? `${height}px` : '';
    drawing.style.minInlineSize = heat ? `${width}px` : '';
    const frame = this.#part('.frame');
    if (frame.scrollHeight > frame.clientHeight + 1 || frame.scrollWidth > frame.clientWidth + 1) {
      frame.tabIndex = 0;
      frame.setAttribute('role', 'group');
      frame.setAttribute('aria-labelledby', 'heading');
    } else {
      ['tabindex', 'role', 'aria-labelledby'].forEach((name) => frame.removeAttribute(name));
    }
  }

  /** As wide as the longest name, within reason. */
  #nameWidth(model) {
    const share = model.type === 'HEAT' ? 0.34 : 0.42;
    return Math.min(this.#longest(model.categories) + 16, 230, this.clientWidth * share);
  }

  #longest(names) {
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    context.font = `12px ${getComputedStyle(this).fontFamily}`;
    return Math.max(...names.map((name) => context.measureText(name).width));
  }

  /** Whether the names of a heat map's columns do not fit side by side. */
  #slanted(model) {
    const room = (this.clientWidth - this.#nameWidth(model)) / model.series.length;
    return this.#longest(model.series.map((one) => one.name)) + 8 > room;
  }

  #headHeight(model) {
    return this.#slanted(model) ? 96 : 30;
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
    const missing = model.missing ?? model.words.hidden;
    return (value) => (value === null || value === undefined ? missing : format.format(value));
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
        entry.classList.toggle('target', one.target === true);
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
    return model.type === 'HEAT' ? this.#heat(model) : this.#axes(model);
  }

  #tooltip(text, line) {
    return {
      confine: true,
      renderMode: 'richText',
      backgroundColor: this.#colour('--weft-surface'),
      borderColor: line,
      textStyle: { color: text, fontSize: 12 },
    };
  }

  #heat(model) {
    const format = this.#format(model);
    const text = this.#colour('--vaadin-text-color');
    const line = this.#colour('--vaadin-border-color-secondary');
    const ground = this.#colour('--weft-surface');
    const full = this.#colour('--weft-chart-1');
    const most = model.percent ? 1 : Math.max(1, ...model.series.flatMap((one) => one.values));
    const names = { axisTick: { show: false }, axisLine: { show: false }, type: 'category' };
    const data = model.series.flatMap((one, column) =>
      one.values.map((value, row) => {
        const colour = value === null ? ground : mix(ground, full, value === 0 ? 0.04 : 0.14 + 0.86 * (value / most));
        return {
          value: [column, row, value],
          itemStyle: { color: colour, borderColor: ground, borderWidth: 2, borderRadius: 4 },
          label: { color: readable(colour, text, ground), formatter: value === null ? '–' : value || model.percent ? format(value) : '' },
        };
      }),
    );
    return {
      animation: false,
      textStyle: { fontFamily: getComputedStyle(this).fontFamily, fontSize: 12 },
      grid: { left: this.#nameWidth(model), right: this.#slanted(model) ? 40 : 4, top: this.#headHeight(model), bottom: 4 },
      tooltip: {
        ...this.#tooltip(text, line),
        formatter: ({ value: [column, row, value] }) => `${model.categories[row]}\n${model.series[column].name}: ${format(value)}`,
      },
      xAxis: {
        ...names,
        position: 'top',
        data: model.series.map((one) => one.name),
        axisLabel: {
          color: text, interval: 0, overflow: 'truncate', rotate: this.#slanted(model) ? -40 : 0, width: this.#slanted(model) ? 104 : 160,
        },
      },
      yAxis: {
        ...names,
        inverse: true,
        data: model.categories,
        axisLabel: { color: text, interval: 0, overflow: 'truncate', width: this.#nameWidth(model) - 12 },
      },
      series: [{ type: 'heatmap', data, label: { show: true }, cursor: model.selectable ? 'pointer' : 'default', emphasis: { itemStyle: { borderColor: text } } }],
    };
  }

  #axes(model) {
    const format = this.#format(model);
    const text = this.#colour('--vaadin-text-color');
    const quiet = this.#colour('--vaadin-text-color-secondary');
    const line = this.#colour('--vaadin-border-color-secondary');
    const font = getComputedStyle(this).fontFamily;
    const lying = model.type === 'ROWS';
    const lines = model.type === 'LINES';
    const several = model.series.length > 1;
    const narrow = this.clientWidth < 420;
    const bars = model.series.filter((one) => !one.target).length;
    const ground = this.#colour('--weft-surface');
    // A line over the bars leaves no room above them.
    const inside = bars < model.series.length;
    const labels = !lines && (model.stacked ? false : bars * model.categories.length <= 24);
    const direct = lines && several && this.#namesItself(model);
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
      axisLabel: {
        color: text,
        width: lying ? this.#nameWidth(model) : null,
        // Two bars leave room for a name in two lines.
        ...(lying && bars > 1 && !model.stacked ? { height: 30, lineHeight: 14, lineOverflow: 'truncate', overflow: 'break' } : { overflow: 'truncate' }),
        hideOverlap: !lying,
        interval: lying ? 0 : 'auto',
      },
    };
    const unknown = { value: 0, label: { color: quiet, formatter: model.words.hidden } };
    return {
      animation: false,
      textStyle: { fontFamily: font, fontSize: 12 },
      grid: { left: 8, right: direct ? 124 : labels && lying ? 48 : 16, top: lying ? 4 : 20, bottom: 4, containLabel: true },
      tooltip: {
        ...this.#tooltip(text, line),
        trigger: 'axis',
        axisPointer: { type: lines ? 'line' : 'shadow' },
        formatter: (all) => [
          model.categories[all[0].dataIndex],
          ...(model.details ? [model.details.words[all[0].dataIndex]] : []),
          ...all.map(({ seriesIndex, dataIndex }) => {
            const one = model.series[seriesIndex];
            return `${one.name}: ${format(one.values[dataIndex])}`;
          }),
        ].join('\n'),
      },
      xAxis: lying ? values : names,
      yAxis: lying ? names : values,
      series: model.series.map((one, at) => {
        const line = lines || one.target;
        return {
          name: one.name,
          type: line ? 'line' : 'bar',
          stack: model.stacked && !line ? 'all' : null,
          data: one.values.map((value) => (value === null && labels && !line && !model.missing ? unknown : value)),
          barMaxWidth: lying ? 18 : 40,
          cursor: model.selectable ? 'pointer' : 'default',
          symbol: 'circle',
          symbolSize: one.target ? 0 : 7,
          lineStyle: { width: one.target ? 2 : 2.5, type: one.target ? 'dashed' : 'solid' },
          itemStyle: {
            color: this.#colour(this.#token(model, at)),
            borderRadius: model.stacked || line ? 0 : lying ? [0, 3, 3, 0] : [3, 3, 0, 0],
          },
          emphasis: { focus: several ? 'series' : 'none' },
          label: {
            show: labels && !line,
            position: lying ? 'right' : inside ? 'insideBottom' : 'top',
            color: inside ? ground : text,
            formatter: (bar) => format(bar.value),
          },
          endLabel: { show: direct, color: text, formatter: one.name.replace(/[{}]/g, ''), width: 116, overflow: 'truncate' },
        };
      }),
    };
  }

  /** The figures in one sentence each, for who listens. */
  #spoken(model) {
    const format = this.#format(model);
    if (model.categories.length * model.series.length > MOST_SPOKEN) {
      return model.words.many;
    }
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
    if (model.details) {
      cell(head, 'th', model.details.name, 'col').className = 'detail';
    }
    const choosable = (row, tag, words, scope, choose, spoken) => {
      const made = cell(row, tag, choose ? '' : words, scope);
      if (choose) {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'choose';
        button.textContent = words;
        if (spoken) {
          button.setAttribute('aria-label', spoken);
        }
        button.addEventListener('click', choose);
        made.append(button);
      }
    };
    const known = (value) => value !== null && value !== undefined;
    const each = model.type === 'HEAT' || model.each;
    const body = table.createTBody();
    model.categories.forEach((name, at) => {
      const row = body.insertRow();
      const whole = model.selectable && !each && model.series.some((one) => !one.target && known(one.values[at]));
      choosable(row, 'th', name, 'row', whole ? () => this.#choose(at, 0) : null);
      model.series.forEach((one, column) => {
        const words = format(one.values[at]);
        const choose = model.selectable && each && !one.target && known(one.values[at]) ? () => this.#choose(at, column) : null;
        choosable(row, 'td', words, null, choose, `${name}, ${one.name}: ${words}`);
      });
      if (model.details) {
        cell(row, 'td', model.details.words[at]).className = 'detail';
      }
    });
    return table;
  }
}

customElements.define('x-chart', WeftChart);
