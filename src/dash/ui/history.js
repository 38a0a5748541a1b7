
// Steps of the browser's history that Streamlit does not make. Follows landmarks.js in one script.

// Closing a record is the way back: no later Back opens again what was closed.
class Steps {
  constructor(signal) {
    this.records = [];
    this.closed = null;
    document.addEventListener("click", (event) => this.follow(event), { signal, capture: true });
    // A browser without the Navigation API keeps a step for the closing.
    window.navigation?.addEventListener("currententrychange", (event) => this.changed(event), { signal });
    window.addEventListener("popstate", () => this.arrived(), { signal });
  }

  // A link to the page that it stands on: Streamlit would run the page and leave the address.
  follow(event) {
    const link = event.target.closest?.("main a[href]");
    // Streamlit writes no address into a link to the first page, and opens that page itself.
    if (!link || !link.getAttribute("href") || link.target || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const to = new URL(link.href);
    if (to.origin !== location.origin || to.pathname !== location.pathname || to.hash) return;
    event.preventDefault();
    event.stopPropagation();
    if (to.search !== location.search) history.pushState({}, "", to);
    window.dispatchEvent(new PopStateEvent("popstate"));  // upon which Streamlit runs the page
  }

  changed({ navigationType, from }) {
    if (navigationType === "traverse" && this.closed !== null) {
      // The page is drawn already: Streamlit leaves it so where only a fragment is new.
      history.replaceState({}, "", `${this.closed}#`);
    }
    if (navigationType !== "push" || !this.shows(from) || this.shows(navigation.currentEntry)) return;
    const entries = navigation.entries();
    let first = from.index;
    while (this.shows(entries[first - 1])) first -= 1;
    const before = entries[first - 1];
    const to = before?.url === location.href && before.sameDocument ? before : entries[first];
    this.closed = location.href;
    const { committed, finished } = navigation.traverseTo(to.key);
    // Stopped by a further step: then this one stays in the history, which does no harm.
    committed.catch(() => (this.closed = null));
    finished.catch(() => {});
  }

  arrived() {
    if (this.closed === null || !location.href.endsWith("#")) return;
    history.replaceState({}, "", this.closed);
    this.closed = null;
  }

  // Whether an entry of the history shows a record of the page that is open now.
  shows(entry) {
    if (!entry?.sameDocument) return false;
    const { pathname, searchParams } = new URL(entry.url);
    return pathname === location.pathname && this.records.some((name) => searchParams.has(name));
  }
}
