// The neighbours of a record as a graph that the reader moves and extends, beside a list of the same records.
// d3-force computes the places and draws nothing; its files are no modules and add themselves to one global object.
import './d3-dispatch.min.js';
import './d3-quadtree.min.js';
import './d3-timer.min.js';
import './d3-force.min.js';

const MOST = 300;
/** Letters of a name. */
const LONGEST = 24;
const SHORTEST = 12;
/** The width of a letter in a name, about. */
const LETTER = 7;
const LINE = 14;
/** With more records than that, names are shorter, so that points have more space. */
const NAMED = 45;
const EDGE = 24;
const still = matchMedia('(prefers-reduced-motion: reduce)');

function svg(name, attributes = {}) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
}

function html(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

const kindOf = (id) => id.slice(0, id.indexOf(':')).replaceAll('_', '-');
const slugOf = (id) => encodeURIComponent(id.slice(id.indexOf(':') + 1));
const shortened = (text, most) => ([...text].length > most ? `${[...text].slice(0, most - 1).join('')}…` : text);

/** The least and the greatest place, a little apart even if there is only one. */
function extent(nodes, axis) {
  const places = nodes.map((node) => node[axis]);
  return [Math.min(...places) - 1, Math.max(...places) + 1];
}

class Graph {
  constructor(details) {
    this.texts = details.dataset;
    this.at = new URLSearchParams(location.search).get('at');
    this.nodes = [];
    this.links = [];
    this.byId = new Map();
    this.canvas = svg('svg', { 'aria-hidden': 'true', class: 'moving' });
    this.list = html('ul', { className: 'nodes' });
    this.list.setAttribute('aria-label', details.dataset.list);
    this.status = html('p', { className: 'muted' });
    this.status.setAttribute('role', 'status');
    this.simulation = d3.forceSimulation().stop().on('tick', () => this.place());
    details.querySelector('svg').replaceWith(html('div', { className: 'picture' }, this.canvas, this.list), this.status,
      html('p', { className: 'muted', textContent: details.dataset.help }));
    new ResizeObserver(() => this.settle()).observe(this.canvas);
  }

  /** Asks for the neighbours of a record and adds them. */
  async load(id) {
    const query = `slug=${slugOf(id)}${this.at ? `&at=${encodeURIComponent(this.at)}` : ''}`;
    const response = await fetch(`/q/explorer-${kindOf(id)}-graph?${query}`);
    const record = response.ok ? (await response.json()).data?.record : null;
    if (record) {
      this.add(record).loaded = true;
      this.addNeighbours(record);
    } else if (this.byId.has(id)) {
      this.byId.get(id).loaded = true;
    }
    this.render();
    this.settle();
  }

  addNeighbours(record) {
    for (const value of Object.values(record)) {
      if (value?.id) {
        this.connect(record, value, '');
      }
      // a fact leads to the first record that it refers to; a record that refers to none is the neighbour itself
      (value?.nodes ?? []).forEach((fact) => this.connect(record, Object.values(fact).find((part) => part?.id) ?? fact, fact.label));
    }
  }

  add({ id, label }) {
    if (!this.byId.has(id) && this.nodes.length < MOST) {
      const node = { id, label, links: 0, href: `/${kindOf(id)}/${slugOf(id)}${this.at ? `?at=${encodeURIComponent(this.at)}` : ''}` };
      this.byId.set(id, node);
      this.nodes.push(node);
    }
    return this.byId.get(id);
  }

  connect(from, to, fact) {
    const source = this.add(from);
    const target = this.add(to);
    const known = this.links.find((link) => (link.source === source && link.target === target) || (link.source === target && link.target === source));
    if (known && fact && !known.facts.includes(fact)) {
      known.facts.push(fact);
    } else if (!known && target && source !== target) {
      this.links.push({ source, target, facts: fact ? [fact] : [] });
      source.links += 1;
      target.links += 1;
    }
  }

  /** Makes the elements anew. Places are set by {@link place}. */
  render() {
    this.canvas.replaceChildren(...this.links.map((link) => this.line(link)), ...this.nodes.map((node) => this.point(node)));
    this.nodes.forEach((node) => { node.item ??= this.item(node); });
    this.nodes.filter((node) => node.loaded).forEach((node) => node.item.querySelector('button')?.remove());
    // those that are there already stay where they are, because moving an element takes the focus from it
    this.list.append(...this.nodes.map((node) => node.item).slice(this.list.children.length));
    this.status.textContent = this.texts.count.replace('{records}', this.nodes.length).replace('{links}', this.links.length)
      + (this.nodes.length < MOST ? '' : ` ${this.texts.full}`);
    this.mark(this.marked);
  }

  line(link) {
    link.element = svg('line', { class: 'edge' });
    link.element.append(Object.assign(svg('title'), { textContent: link.facts.join('\n') }));
    return link.element;
  }

  point(node) {
    node.radius = (node === this.nodes[0] ? 7 : 4.5) + Math.min(5, Math.sqrt(node.links));
    const circle = svg('circle', { r: node.radius });
    node.name = svg('text');
    node.element = svg('g', { class: node === this.nodes[0] ? 'node centre' : 'node', 'data-kind': kindOf(node.id) });
    node.element.append(Object.assign(svg('title'), { textContent: node.label }), circle, node.name);
    node.element.addEventListener('pointerenter', () => this.mark(node));
    node.element.addEventListener('pointerleave', () => this.mark(null));
    node.element.addEventListener('pointerdown', (event) => this.drag(node, event));
    return node.element;
  }

  item(node) {
    const link = html('a', { href: node.href, dir: 'auto', textContent: node.label });
    const item = html('li', {}, link);
    item.dataset.kind = kindOf(node.id);
    if (!node.loaded) {
      const more = html('button', { type: 'button', textContent: '+', title: this.texts.add.replace('{name}', node.label) });
      more.setAttribute('aria-label', more.title);
      more.addEventListener('click', () => {
        link.focus();
        this.load(node.id);
      });
      item.append(more);
    }
    item.addEventListener('pointerenter', () => this.mark(node));
    item.addEventListener('pointerleave', () => this.mark(null));
    item.addEventListener('focusin', () => this.mark(node));
    item.addEventListener('focusout', () => this.mark(null));
    return item;
  }

  /** Shows which records one is connected with. */
  mark(node) {
    this.marked = node;
    const near = new Set(node ? [node] : []);
    this.links.forEach((link) => {
      const on = node && (link.source === node || link.target === node);
      link.element.classList.toggle('on', Boolean(on));
      if (on) {
        near.add(link.source).add(link.target);
      }
    });
    this.canvas.classList.toggle('marked', Boolean(node));
    this.nodes.forEach((one) => {
      one.element.classList.toggle('on', near.has(one));
      one.item.classList.toggle('on', one === node);
    });
  }

  /** Moves a record with the pointer; a click without a move adds its neighbours. */
  drag(node, down) {
    let moved = false;
    const { left, top } = this.canvas.getBoundingClientRect();
    const frame = this.frame;
    const move = (event) => {
      moved ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > 4;
      if (moved) {
        node.fx = (event.clientX - left - frame.x) / frame.width;
        node.fy = (event.clientY - top - frame.y) / frame.height;
        this.settle(0.3, frame);
      }
    };
    const up = () => {
      node.element.removeEventListener('pointermove', move);
      if (!moved) {
        this.list.scrollTop = node.item.offsetTop;
        if (!node.loaded) {
          this.load(node.id);
        }
      }
    };
    down.preventDefault();
    node.element.setPointerCapture(down.pointerId);
    node.element.addEventListener('pointermove', move);
    node.element.addEventListener('pointerup', up, { once: true });
  }

  /**
   * Computes the places, step by step if the reader has nothing against motion, else at once.
   *
   * @param kept how places are mapped to the canvas; by default, so that all of it is used
   */
  settle(heat = 1, kept = null) {
    this.kept = kept;
    this.canvas.setAttribute('height', Math.min(720, Math.max(320, 150 + 9 * this.nodes.length)));
    this.simulation.nodes(this.nodes)
      .force('link', d3.forceLink(this.links).distance(60).strength(0.25))
      .force('charge', d3.forceManyBody().strength(-90))
      .force('apart', d3.forceCollide(14))
      .force('x', d3.forceX().strength(0.05))
      .force('y', d3.forceY().strength(0.05))
      .alpha(heat);
    if (still.matches) {
      this.simulation.tick(heat < 1 ? 20 : 250);
      this.place();
    } else {
      this.simulation.restart();
    }
  }

  /** How places are mapped to the canvas. Names are outside the points, so they need a margin. */
  fit() {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const margin = Math.min((this.nodes.length > NAMED ? SHORTEST : LONGEST) * LETTER + EDGE, width * 0.3);
    const [left, right] = extent(this.nodes, 'x');
    const [top, bottom] = extent(this.nodes, 'y');
    const frame = { width: (width - 2 * margin) / (right - left), height: (height - 2 * EDGE) / (bottom - top) };
    return { ...frame, x: margin - left * frame.width, y: EDGE - top * frame.height, letters: Math.floor((margin - EDGE) / LETTER) };
  }

  /** Hides names that would cover others; they show while their record is pointed at. */
  hideNames(middle) {
    const taken = [];
    for (const node of this.nodes) {
      const width = (node.name.textContent.length + 2) * LETTER;
      const box = { left: node.left < middle ? node.left - width : node.left, top: node.top, width };
      const covers = taken.some((other) => Math.abs(other.top - box.top) < LINE && box.left < other.left + other.width
        && other.left < box.left + box.width);
      node.element.classList.toggle('unnamed', covers);
      taken.push(covers ? { left: node.left - node.radius, top: node.top, width: 2 * node.radius } : box);
    }
  }

  place() {
    this.frame = this.kept ?? this.fit();
    const { x, y, width, height, letters } = this.frame;
    const middle = this.canvas.clientWidth / 2;
    this.nodes.forEach((node) => {
      node.left = x + node.x * width;
      node.top = y + node.y * height;
      node.element.setAttribute('transform', `translate(${node.left.toFixed(1)} ${node.top.toFixed(1)})`);
      node.name.textContent = shortened(node.label, Math.max(SHORTEST, letters));
      node.name.setAttribute('text-anchor', node.left < middle ? 'end' : 'start');
      node.name.setAttribute('x', (node.radius + 5) * (node.left < middle ? -1 : 1));
    });
    this.hideNames(middle);
    this.links.forEach(({ source, target, element }) => {
      Object.entries({ x1: source.left, y1: source.top, x2: target.left, y2: target.top })
        .forEach(([key, value]) => element.setAttribute(key, value.toFixed(1)));
    });
  }
}

/** Replaces the picture that the server made. */
export async function open(details) {
  const graph = new Graph(details);
  await graph.load(details.dataset.graph);
}
