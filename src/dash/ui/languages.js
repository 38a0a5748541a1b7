
// The story's words say their language and run in its direction; the interface's are English.
const BLOCKS = "h1, h2, h3, h4, p, li, td, th, figcaption";
// What is laid out from left to right whatever its words: rows with marks on a scale.
const PLOTS = '[class*="st-key-dots_"]';
// Words that are the dossier's own wherever they stand, for languages that share English's letters.
const OWN = ".st-key-home h1, .st-key-home_story p";
const LATIN = /\p{Script=Latin}/u;

function markLanguage({ language, rightToLeft }) {
  if (/^en\b/i.test(language)) return;
  const main = document.querySelector("main");
  for (const block of main.querySelectorAll(OWN)) block.lang = language;
  for (const block of main.querySelectorAll(BLOCKS)) {
    const letter = block.textContent.match(/\p{L}/u)?.[0];
    if (!letter || block.closest(PLOTS)) continue;
    const foreign = !LATIN.test(letter);
    if (foreign) block.lang = language;
    if (rightToLeft) {
      block.dir = foreign ? "rtl" : "ltr";
      block.style.textAlign = "start";
    }
  }
}
