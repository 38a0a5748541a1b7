// Tells the page for which of three widths a map is to be drawn: the server does not know it.
const PHONE = "(max-width: 640px)";
const TABLET = "(max-width: 1100px)";

export default function ({ setStateValue, data }) {
  const queries = [PHONE, TABLET].map((query) => window.matchMedia(query));
  let told = data.told;
  const tell = () => {
    const [phone, tablet] = queries.map((query) => query.matches);
    const now = phone ? "phone" : tablet ? "tablet" : "desk";
    if (now !== told && !window.matchMedia("print").matches) {
      told = now;
      setStateValue("width", now);
    }
  };
  queries.forEach((query) => query.addEventListener("change", tell));
  tell();
  return () => queries.forEach((query) => query.removeEventListener("change", tell));
}
