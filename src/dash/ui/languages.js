
// The story's words say their language and run in its direction; the interface's are English.
const BLOCKS = "h1, h2, h3, h4, p, li, td, th, figcaption";
// What is laid out from left to right whatever its words: rows with marks on a scale.
const PLOTS = '[class*="st-key-dots_"]';
// Blocks of the dossier's own words alone, for languages that share English's letters. What stands
// in one line with words of ours cannot be marked.
const OWN = [
  ".st-key-home h1",
  ".st-key-home_story p",
  '[class*="st-key-home_question_own_"] h2',
  ".st-key-map_place_panel h2",
  ".st-key-quotes_list h3",
  '[class*="st-key-quotes_side_"] h3',
  ".st-key-quotes_one h2",
  '[class*="st-key-slide_words_"] :is(h2, p)',
  ".st-key-source_one h2",
  ".st-key-timeline_record h2",
  ".st-key-timeline_first_record h2",
].join(", ");
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
