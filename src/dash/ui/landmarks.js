// Streamlit calls the default export again after each run of the page and keeps the element.
const frames = new WeakMap();
// The width in pixels of A4 within the margins that style.css gives it.
const PAPER = 670;
const DRAWINGS = ".js-plotly-plot, #deckgl-wrapper";

export default function (component) {
  const { parentElement, data } = component;
  let frame = frames.get(parentElement);
  if (!frame) {
    frame = new Frame(parentElement);
    frames.set(parentElement, frame);
  }
  frame.show(data);
  return () => {
    frame.left.abort();
    frames.delete(parentElement);
  };
}

class Frame {
  constructor(parent) {
    this.left = new AbortController();
    this.steps = new Steps(this.left.signal);
    this.origin = document.createElement("p");
    parent.append(this.origin);
    const signal = this.left.signal;
    document.addEventListener("click", (event) => this.skip(event), { signal, capture: true });
    window.addEventListener("beforeprint", () => this.print(), { signal });
    window.addEventListener("afterprint", () => this.afterwards(), { signal });
    // Streamlit draws links and containers anew as it likes, and their roles are lost.
    const drawn = new MutationObserver(() => this.mark());
    drawn.observe(document.querySelector("main"), { childList: true, subtree: true });
    signal.addEventListener("abort", () => drawn.disconnect());
  }

  show(data) {
    this.data = data;
    this.steps.records = data.records;
    bringRules(data.rules);
    this.mark();
  }

  mark() {
    if (!this.data) return;
    const { menu, foot, current } = this.data;
    markLanguage(this.data);
    setRole(`.st-key-${menu}`, "navigation", "Pages");
    // A region: an element within <main> may not be a contentinfo.
    setRole(`.st-key-${foot}`, "region", "Source, status and licence");
    // deck.gl takes the focus and the keys, and says to nobody what for.
    setRole(".deck-events-root", "application", "Map: arrow keys move it, plus and minus zoom");
    for (const link of document.querySelectorAll(`.st-key-${menu} a`)) {
      if (link.textContent.trim() === current) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }

  skip(event) {
    const link = event.target.closest?.('a[href="#stMain"]');
    const heading = document.querySelector("main h1");
    if (!link || !heading) return;
    event.preventDefault();
    event.stopPropagation();  // Streamlit's own handler would move the focus to before the menu
    heading.tabIndex = -1;
    heading.focus();
  }

  print() {
    const folded = document.querySelector("main details:not([open])")
      ? " What was folded on the screen is not on paper." : "";
    const part = document.querySelector("main [role=grid], main nav")
      ? " Of a list in several pages, and of a table with scroll bars, paper shows what the "
        + "screen showed; all of it is in the tables on the page Sources."
      : "";
    this.origin.textContent = `Printed from ${location.href}.${part}${folded}`;
    document.documentElement.classList.toggle("printed-from-dark", isDark());
    for (const drawing of document.querySelectorAll(DRAWINGS)) {
      drawing.style.setProperty("--paper-zoom", Math.min(1, PAPER / drawing.offsetWidth));
    }
  }

  afterwards() {
    document.documentElement.classList.remove("printed-from-dark");
  }
}

// The page as sent names our rules; not where somebody else sends Streamlit's, or another version.
function bringRules(address) {
  if (document.querySelector(`link[href="${address}"]`)) return;
  document.body.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: address }));
}

function setRole(selector, role, label) {
  const element = document.querySelector(selector);
  element?.setAttribute("role", role);
  element?.setAttribute("aria-label", label);
}

function isDark() {
  // The theme's ink: pale on a dark ground.
  const ink = getComputedStyle(document.querySelector("main h1, main p")).color;
  const [red, green, blue] = ink.match(/\d+/g).map(Number);
  return red + green + blue > 3 * 128;
}
