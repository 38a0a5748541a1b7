// The rows of the timeline. On a screen with room they stand in lanes, beside one axis; on a
// telephone they are one list in the order of time. All text is set as text, never as HTML.
const drawings = new WeakMap();
const NARROW = "(max-width: 640px)";

export default function (component) {
  const { parentElement } = component;
  let drawing = drawings.get(parentElement);
  if (!drawing) {
    drawing = new Rows(parentElement);
    drawings.set(parentElement, drawing);
  }
  drawing.show(component.data, component.setTriggerValue);
  return () => {
    drawing.leave();
    drawings.delete(parentElement);
  };
}

class Rows {
  constructor(parent) {
    this.root = make("div", "timeline");
    parent.append(this.root);
    this.narrow = window.matchMedia(NARROW);
    this.left = new AbortController();
    this.narrow.addEventListener("change", () => this.draw(), { signal: this.left.signal });
  }

  show(data, tell) {
    const moved = this.data ? this.data.chosen !== data.chosen : this.narrow.matches;
    this.data = data;
    this.tell = tell;
    this.draw();
    if (moved && data.chosen) this.root.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }

  draw() {
    // What has the focus keeps it: the rows are made anew.
    const focused = this.root.getRootNode().activeElement?.dataset?.key;
    const { axis, overview } = this.data;
    this.root.classList.toggle("narrow", this.narrow.matches);
    const parts = overview ? [this.overview(overview)] : [];
    parts.push(...(this.narrow.matches ? [this.list()] : [this.head(axis), this.lanes(axis)]));
    this.root.replaceChildren(...parts);
    // Seen by the page's own stylesheet, which says on paper when there are no rows yet.
    this.root.getRootNode().host?.toggleAttribute("data-drawn", true);
    if (focused) this.root.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  overview({ events, years, shown }) {
    const bar = make("div", "overview");
    bar.setAttribute("aria-hidden", "true");
    bar.append(placed("shown", shown));
    events.forEach((at) => bar.append(placed("event", [at, at])));
    years.forEach(([at, year]) => bar.append(placed("year", [at, at], year)));
    return bar;
  }

  head({ ticks, marked, marked_as }) {
    const head = make("div", "head");
    head.setAttribute("aria-hidden", "true");
    if (marked) head.append(flag(placed("flag", marked, marked_as), marked[0]));
    ticks.forEach(([at, text]) => head.append(placed("tick", [at, at], at < 95 ? text : "")));
    return head;
  }

  lanes(axis) {
    const body = make("div", "body");
    const ground = make("div", "ground");
    ground.append(placed("after", [axis.after, 100]));
    axis.ticks.forEach(([at]) => ground.append(placed("line", [at, at])));
    axis.clocks.forEach(([at]) => ground.append(placed("clock", [at, at])));
    if (axis.marked) ground.append(column(axis.marked));
    body.append(ground);
    for (const lane of this.data.lanes) {
      const list = make("ul");
      list.append(...lane.rows.map((row) => this.row(row)), ...lane.closer.map((one) => this.closer(one)));
      const section = make("section");
      section.append(Object.assign(make("h2", "", lane.name), { lang: this.data.language }), list);
      body.append(section);
    }
    return body;
  }

  // One list in the order of time, which is that of `order`.
  list() {
    const list = make("ul");
    const rows = this.data.lanes.flatMap((lane) => lane.rows.map((row) => [row, lane.name]));
    const order = new Map(this.data.order.map((id, place) => [id, place]));
    rows.sort(([one], [other]) => order.get(one.id) - order.get(other.id));
    list.append(...rows.map(([row, lane]) => this.row(row, lane)));
    const closer = new Map();
    this.data.lanes.flatMap((lane) => lane.closer).forEach((one) => {
      const marks = closer.get(one.name)?.marks ?? [];
      closer.set(one.name, { name: one.name, marks: [...marks, ...one.marks] });
    });
    closer.forEach((one) => list.append(this.closer({ ...one, count: one.marks.length })));
    return list;
  }

  row(row, lane) {
    const button = this.button(row.id, row.when, row.what, () => this.tell("choose", row.id));
    button.classList.add(["story", "context", "later"][row.part]);
    if (row.id === this.data.own) button.classList.add("own");
    if (row.id === this.data.chosen) button.setAttribute("aria-current", "true");
    const what = button.querySelector(".what");
    what.lang = this.data.language;
    if (lane) what.append(make("small", "", row.part ? `${lane} · ${this.data.parts[row.part]}` : lane));
    else if (row.part) what.append(Object.assign(make("span", "unseen", `, ${this.data.parts[row.part]}`), { lang: "en" }));
    if (row.ends) button.querySelector(".track").append(mark(row.kind, row.ends));
    return item(button);
  }

  closer({ name, count, marks }) {
    const button = this.button(`closer-${name}`, name, `${count} more ›`, () => this.tell("view", name));
    button.classList.add("closer");
    marks.forEach((ends) => button.querySelector(".track").append(mark("day", ends)));
    return item(button);
  }

  button(key, when, what, go) {
    const button = make("button");
    Object.assign(button, { type: "button", onclick: go });
    button.dataset.key = key;
    button.append(make("span", "dot"), make("span", "when", when), make("span", "what", what), make("span", "track"));
    return button;
  }

  leave() {
    this.left.abort();
  }
}

function mark(kind, [first, last]) {
  return kind === "day" ? placed("mark day", [(first + last) / 2, (first + last) / 2]) : placed(`mark ${kind}`, [first, last]);
}

function column([first, last]) {
  const element = placed("marked", [(first + last) / 2, 0]);
  element.style.width = `${last - first}%`;
  return element;
}

// Words beyond the middle stand to the left of their place, so that none leaves the axis.
function flag(element, at) {
  element.classList.toggle("leftward", at > 80);
  return element;
}

function placed(name, [first, last], words = "") {
  const element = make("span", name, words);
  element.style.left = `${first}%`;
  if (last > first) element.style.width = `${last - first}%`;
  return element;
}

function item(content) {
  const element = make("li");
  element.append(content);
  return element;
}

function make(tag, name = "", words = "") {
  return Object.assign(document.createElement(tag), { className: name, textContent: words });
}
