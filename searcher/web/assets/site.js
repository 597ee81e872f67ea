// What scripts add to pages that are whole without them: a facet's link changes the results in
// place with the focus kept and the count announced, and long lists can be searched.
"use strict";

(() => {
  // Where style sheets cannot show the panel of filters on a wide screen.
  function openPanel() {
    const panel = document.querySelector(".filters-panel");
    if (panel && !CSS.supports("selector(::details-content)"))
      panel.open = window.matchMedia("(min-width: 48.01rem)").matches;
  }

  // What a choice of a facet is called: not its count, nor what is said of chosen ones.
  function nameOfChoice(link) {
    const texts = [...link.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    return texts.map((node) => node.data).join("").trim();
  }

  // A box that hides what does not have its letters.
  function addFinder(list) {
    const box = document.createElement("input");
    const label = document.createElement("label");
    box.type = "text";
    box.autocomplete = "off";
    label.append(list.dataset.find, box);
    const nothing = document.createElement("p");
    nothing.className = "hint";
    nothing.setAttribute("role", "status");
    box.addEventListener("input", () => {
      const wanted = box.value.trim().toLowerCase();
      for (const item of list.querySelectorAll("li")) {
        const name = nameOfChoice(item.querySelector("a")).toLowerCase();
        item.hidden = !name.includes(wanted);
      }
      for (const group of list.querySelectorAll(".group"))
        group.hidden = !group.nextElementSibling.querySelector("li:not([hidden])");
      const found = list.querySelector("li:not([hidden])") !== null;
      nothing.textContent = found ? "" : "Nothing in this list has these letters.";
    });
    list.querySelector("summary").after(label, nothing);
  }

  // How to find a link again in the page that comes: its facet and its words.
  function nameOf(link) {
    const facet = link.closest("[data-facet]");
    return facet ? [facet.dataset.facet, nameOfChoice(link)] : null;
  }

  function findAgain(name) {
    if (!name) return null;
    const links = document.querySelectorAll(`[data-facet="${CSS.escape(name[0])}"] a`);
    return [...links].find((link) => nameOfChoice(link) === name[1]);
  }

  function openFacets() {
    const state = new Map();
    for (const facet of document.querySelectorAll("[data-facet]"))
      state.set(facet.dataset.facet, facet.open);
    return state;
  }

  function replacePage(html, open) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const next = page.getElementById("main");
    if (!next || !next.querySelector("#results")) return false;
    document.title = page.title;
    document.getElementById("main").replaceWith(document.adoptNode(next));
    for (const facet of next.querySelectorAll("[data-facet]"))
      if (open.has(facet.dataset.facet)) facet.open = open.get(facet.dataset.facet);
    return true;
  }

  let running = null;
  // The page that is shown. A link within it changes what follows "#" alone, and loads nothing.
  let shown = withoutHash(window.location.href);

  function withoutHash(address) {
    return address.split("#")[0];
  }

  async function load(address, focus) {
    running?.abort();
    running = new AbortController();
    const open = openFacets();
    const panel = document.querySelector(".filters-panel");
    const panelOpen = panel?.open;
    try {
      const answer = await fetch(address, { signal: running.signal });
      if (!answer.ok || !replacePage(await answer.text(), open)) throw new Error(answer.status);
    } catch (error) {
      if (error.name !== "AbortError") window.location.assign(address);
      return false;
    }
    const next = document.querySelector(".filters-panel");
    if (next) next.open = panelOpen;
    (findAgain(focus) ?? document.getElementById("totals"))?.focus({ preventScroll: true });
    document.getElementById("status").textContent = document.getElementById("totals").textContent;
    return true;
  }

  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.(".facet a, .chips a, .sort a");
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!document.getElementById("results") || !link.pathname.endsWith("/search")) return;
    event.preventDefault();
    const address = link.href;
    if (!await load(address, nameOf(link))) return;
    history.pushState({}, "", address);
    shown = withoutHash(address);
  });

  window.addEventListener("popstate", async () => {
    const address = withoutHash(window.location.href);
    if (address === shown || !document.getElementById("results")) return;
    if (await load(address, null)) shown = address;
  });

  // Print has everything; where style sheets cannot open what is closed.
  const closed = new Set();
  window.addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll(".since-last details:not([open])")) {
      closed.add(details);
      details.open = true;
    }
  });
  window.addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
    closed.clear();
  });

  // Not before a list is opened: what is added while a page is loaded is laid out twice.
  document.addEventListener("toggle", (event) => {
    const list = event.target;
    if (list.matches(".more[data-find]") && list.open && !list.querySelector("input"))
      addFinder(list);
  }, true);

  openPanel();
})();
