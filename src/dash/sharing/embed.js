// The page around an embed cannot see how high it is: it is told, now and whenever that changes.
const main = document.querySelector("main");
const tell = () => parent.postMessage({ dossierHeight: Math.ceil(main.offsetHeight) }, "*");
new ResizeObserver(tell).observe(main);
