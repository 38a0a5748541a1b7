// The stage of the slideshow. Streamlit calls the default export again whenever its data changes
// and keeps the element, so what has to last (is it playing?) is kept per element.
//
// A key moves the picture at once; the address and the words below it follow. Nothing is shown
// before the keys are listened to, so that none is lost.
const stages = new WeakMap();
const PACES = [5, 10, 20];
const USUAL_PACE = 10;
const SWIPE_PIXELS = 40;
const WRITING = "input, textarea, select, [contenteditable], [role=combobox], [role=dialog], [role=listbox]";
const PRESSED_BY_SPACE = "button, a, summary, [role=button], [role=menuitem]";

export default function (component) {
  const { parentElement } = component;
  let stage = stages.get(parentElement);
  if (!stage) {
    stage = new Stage(parentElement);
    stages.set(parentElement, stage);
  }
  stage.show(component.data, (number) => component.setTriggerValue("go", number));
  return () => {
    stage.leave();
    stages.delete(parentElement);
  };
}

class Stage {
  constructor(parent) {
    this.parent = parent;
    this.playing = false;
    this.pending = [];
    this.fetched = new Map();
    this.motion = window.matchMedia("(prefers-reduced-motion: reduce)");
    this.left = new AbortController();
    this.build();
    const listen = (target, kinds, handler, passive = true) =>
      kinds.forEach((kind) =>
        target.addEventListener(kind, handler, { signal: this.left.signal, passive, capture: true }));
    listen(document, ["pointerdown", "keydown", "wheel", "touchstart"], (event) => {
      if (!event.composedPath().includes(this.toggle)) this.pause();
    });
    listen(document, ["keydown"], (event) => this.key(event), false);
    listen(document, ["visibilitychange"], () => document.hidden && this.pause());
    listen(this.picture, ["touchstart"], (event) => this.touch(event));
    listen(this.picture, ["touchend"], (event) => this.release(event));
    listen(this.motion, ["change"], () => this.paint());
  }

  build() {
    const button = (text, onclick) => element("button", { type: "button", textContent: text, onclick });
    this.before = button("‹ Previous", () => this.step(-1));
    this.position = element("strong", {});
    this.position.setAttribute("role", "status");
    this.after = button("Next ›", () => this.step(1));
    this.toggle = button("", () => this.turn());
    this.pace = element("select", { onchange: () => this.paint() });
    this.pace.setAttribute("aria-label", "Pace of the show");
    PACES.forEach((seconds) => this.pace.append(new Option(`${seconds} seconds a slide`, seconds)));
    this.pace.value = USUAL_PACE;
    this.present = button("Present (full screen)", () => this.picture.requestFullscreen());
    this.present.className = "present";
    this.present.hidden = !document.fullscreenEnabled;
    this.word = element("p", { className: "word" });
    const controls = element("div", { className: "controls" });
    controls.append(this.before, this.position, this.after, this.present, this.toggle, this.pace);
    this.picture = element("figure", {});
    this.frames = element("ul", { className: "frames" });
    this.frames.setAttribute("aria-label", "All slides");
    this.hint = element("p", { className: "word hint", textContent: "Keys: ← → or Space, Home, End." });
    this.parent.append(controls, this.word, this.picture, this.frames, this.hint);
  }

  show(data, go) {
    this.tell = go;
    // An answer to an earlier key says nothing about the later ones.
    const place = this.pending.indexOf(data.current);
    this.pending = place < 0 ? [] : this.pending.slice(place + 1);
    const changed = JSON.stringify(this.data?.frames) !== JSON.stringify(data.frames);
    this.data = data;
    if (changed) this.frames.replaceChildren(...data.frames.map((frame) => this.thumbnail(frame)));
    const wanted = this.pending.length ? this.current : data.current;
    if (changed || wanted !== this.current) this.turnTo(wanted);
  }

  go(number) {
    if (number === undefined || number === this.current) return;
    this.pending.push(number);
    this.turnTo(number);
    this.tell(number);
  }

  step(by) {
    this.go(this.neighbour(by)?.number);
  }

  turnTo(number) {
    this.current = number;
    const frame = this.data.frames[this.place()];
    this.position.textContent = frame.position;
    this.before.disabled = !this.neighbour(-1);
    this.after.disabled = !this.neighbour(1);
    const caption = element("figcaption", {});
    caption.append(element("b", { textContent: frame.position }), ` ${frame.caption}`);
    this.picture.replaceChildren(frame.picture ? this.image(frame) : this.card(frame), caption);
    [...this.frames.children].forEach(({ firstChild }, place) =>
      firstChild.setAttribute("aria-current", String(place === this.place())));
    this.reveal();
    this.prefetch(this.neighbour(1));
    this.prefetch(this.neighbour(-1));
    if (this.playing && !this.neighbour(1)) this.playing = false;
    this.paint();
  }

  image(frame) {
    return element("img", { src: frame.picture, alt: frame.alt });
  }

  card(frame) {
    const card = element("div", { className: "card" });
    card.append(element("b", { textContent: frame.heading }), element("p", { textContent: frame.caption }));
    return card;
  }

  thumbnail(frame) {
    const button = element("button", { type: "button", title: frame.name, onclick: () => this.go(frame.number) });
    button.setAttribute("aria-label", frame.name);
    if (frame.thumbnail) button.append(element("img", { src: frame.thumbnail, alt: "" }));
    else button.textContent = frame.number;
    const item = element("li", {});
    item.append(button);
    return item;
  }

  // Scrolls within the strip only, so that the page does not jump.
  reveal() {
    const item = this.frames.children[this.place()];
    if (item) this.frames.scrollLeft = item.offsetLeft - this.frames.offsetLeft - this.frames.clientWidth / 2;
  }

  place() {
    return this.data.frames.findIndex((frame) => frame.number === this.current);
  }

  neighbour(step) {
    return this.data.frames[this.place() + step];
  }

  prefetch(frame) {
    if (!frame?.picture || this.fetched.has(frame.picture)) return;
    this.fetched.set(frame.picture, element("img", { src: frame.picture }));
  }

  // Keys belong to the show unless somebody writes, chooses from a list, or presses a button.
  key(event) {
    if (!this.data || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    const within = (kinds) => event.composedPath().some((node) => node instanceof Element && node.matches(kinds));
    if (within(WRITING) || (event.key === " " && within(PRESSED_BY_SPACE))) return;
    const all = this.data.frames;
    const to = {
      ArrowRight: this.neighbour(1), ArrowLeft: this.neighbour(-1),
      " ": this.neighbour(event.shiftKey ? -1 : 1), Home: all[0], End: all.at(-1),
    };
    if (!(event.key in to)) return;
    event.preventDefault();
    this.go(to[event.key]?.number);
  }

  turn() {
    if (this.playing) return this.pause();
    this.playing = !this.motion.matches;
    if (this.playing && !this.neighbour(1)) this.go(this.data.frames[0].number);
    this.paint();
  }

  pause() {
    if (!this.playing) return;
    this.playing = false;
    this.paint();
  }

  paint() {
    window.clearTimeout(this.timer);
    if (this.motion.matches) this.playing = false;
    this.toggle.disabled = this.pace.disabled = this.motion.matches;
    this.toggle.textContent = this.playing ? "❚❚ Pause" : "▶ Play";
    this.word.textContent = this.motion.matches
      ? "Your system asks for less motion, so the show does not play by itself."
      : "";
    if (this.playing && this.neighbour(1)) this.timer = window.setTimeout(() => this.step(1), this.pace.value * 1000);
  }

  touch(event) {
    const finger = event.touches[0];
    this.start = event.touches.length === 1 ? { x: finger.clientX, y: finger.clientY } : null;
  }

  release(event) {
    if (!this.start) return;
    const across = event.changedTouches[0].clientX - this.start.x;
    const down = event.changedTouches[0].clientY - this.start.y;
    this.start = null;
    if (Math.abs(across) < SWIPE_PIXELS || Math.abs(across) < 2 * Math.abs(down)) return;
    this.step(across < 0 ? 1 : -1);
  }

  leave() {
    this.playing = false;
    window.clearTimeout(this.timer);
    this.left.abort();
  }
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
