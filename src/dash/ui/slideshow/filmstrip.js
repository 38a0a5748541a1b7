// The filmstrip of the slideshow. Streamlit calls the default export again whenever its data
// changes and keeps the element, so what has to last (is it playing?) is kept per element.
const strips = new WeakMap();
const PACES = [5, 10, 20];
const USUAL_PACE = 10;
const SWIPE_PIXELS = 40;

export default function (component) {
  const { parentElement } = component;
  let strip = strips.get(parentElement);
  if (!strip) {
    strip = new Filmstrip(parentElement);
    strips.set(parentElement, strip);
  }
  strip.show(component.data, (number) => component.setTriggerValue("go", number));
  return () => {
    strip.leave();
    strips.delete(parentElement);
  };
}

class Filmstrip {
  constructor(parent) {
    this.parent = parent;
    this.playing = false;
    this.fetched = new Map();
    this.motion = window.matchMedia("(prefers-reduced-motion: reduce)");
    this.left = new AbortController();
    this.build();
    const listen = (target, kinds, handler) =>
      kinds.forEach((kind) =>
        target.addEventListener(kind, handler, { signal: this.left.signal, passive: true, capture: true }));
    listen(document, ["pointerdown", "keydown", "wheel", "touchstart"], (event) => {
      if (!event.composedPath().includes(this.toggle)) this.pause();
    });
    listen(document, ["visibilitychange"], () => document.hidden && this.pause());
    listen(document, ["touchstart"], (event) => this.touch(event));
    listen(document, ["touchend"], (event) => this.release(event));
    listen(this.motion, ["change"], () => this.paint());
  }

  build() {
    this.frames = element("ul", { className: "frames" });
    this.frames.setAttribute("aria-label", "All slides");
    this.toggle = element("button", { type: "button", onclick: () => this.turn() });
    this.pace = element("select", { onchange: () => this.paint() });
    this.pace.setAttribute("aria-label", "Pace of the show");
    PACES.forEach((seconds) => this.pace.append(new Option(`${seconds} seconds a slide`, seconds)));
    this.pace.value = USUAL_PACE;
    this.word = element("span", {});
    const show = element("div", { className: "show" });
    show.append(this.toggle, this.pace, this.word);
    this.parent.append(this.frames, show);
  }

  show(data, go) {
    const moved = this.data?.current !== data.current;
    this.data = data;
    this.go = go;
    this.frames.replaceChildren(...data.frames.map((frame) => this.button(frame)));
    if (moved) this.reveal();
    this.prefetch(this.neighbour(1));
    this.prefetch(this.neighbour(-1));
    if (this.playing && !this.neighbour(1)) this.playing = false;
    this.paint();
  }

  button(frame) {
    const button = element("button", { type: "button", title: frame.name, onclick: () => this.go(frame.number) });
    button.setAttribute("aria-label", frame.name);
    button.setAttribute("aria-current", String(frame.number === this.data.current));
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
    return this.data.frames.findIndex((frame) => frame.number === this.data.current);
  }

  neighbour(step) {
    return this.data.frames[this.place() + step];
  }

  prefetch(frame) {
    if (!frame?.picture || this.fetched.has(frame.picture)) return;
    this.fetched.set(frame.picture, element("img", { src: frame.picture }));
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
    const next = this.neighbour(1);
    if (this.playing && next) this.timer = window.setTimeout(() => this.go(next.number), this.pace.value * 1000);
  }

  // A swipe counts where it begins on the picture shown.
  touch(event) {
    const path = this.data.frames[this.place()]?.picture;
    const target = event.target;
    const onPicture = target instanceof HTMLImageElement && path && new URL(target.src).pathname.endsWith(path);
    const finger = event.touches[0];
    this.start = onPicture && event.touches.length === 1 ? { x: finger.clientX, y: finger.clientY } : null;
  }

  release(event) {
    if (!this.start) return;
    const across = event.changedTouches[0].clientX - this.start.x;
    const down = event.changedTouches[0].clientY - this.start.y;
    this.start = null;
    if (Math.abs(across) < SWIPE_PIXELS || Math.abs(across) < 2 * Math.abs(down)) return;
    const frame = this.neighbour(across < 0 ? 1 : -1);
    if (frame) this.go(frame.number);
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
