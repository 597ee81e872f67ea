// What must hold of every page there is: axe finds nothing, the HTML is valid, nothing scrolls
// sideways, no link is broken, and whatever is typed stays text.
// usage: node every_page_test.mjs BINDIR [PART OF A NAME]     exit status 77: skipped
import assert from "node:assert/strict";
import { axe, require, runTests } from "./browsing.mjs";

const { HtmlValidate } = require("html-validate");

// Addresses of pages of every kind, by what they show.
async function allPages(site) {
  const report = (await site.json("/api/search?q=children&limit=1")).results[0].report.id;
  const [, printed] = /href="([^"]*\/pages\/[^"]*)"/.exec(await site.text("/search?q=children"));
  return Object.entries({
    start: "/",
    search: "/search?q=care+leavers",
    filtered: "/search?q=children&grade=good&type=ilacs&from=2010-01-01",
    browse: "/search?sort=newest&limit=5&offset=5",
    empty: "/search?q=zebra+crossing&grade=outstanding",
    "did you mean": "/search?q=acomodation",
    report: `/reports/${report}`,
    "report from a search": `/reports/${report}?q=children&at=1`,
    "report without marks": `/reports/${report}?q=children&at=1&marks=off`,
    "printed page": printed.replaceAll("&amp;", "&"),
    authority: "/authorities/Eastvale",
    "since the last report": "/authorities/Eastvale/since-last",
    "nothing to improve": "/authorities/Cumbria/since-last",
    "authority that was": "/authorities/Cumbria",
    "no authority": "/authorities/Nowhere",
    overview: "/overview",
    topics: "/topics",
    topic: "/topics/neglect",
    "no topic": "/topics/nothing",
    "understood and corrected": "/search?q=suprevision+in+eastvale+since+2018",
    literal: "/search?q=supervision+eastvale&literal=1",
    trend: "/trend?q=children",
    "trend of nothing": "/trend?q=zebra",
    help: "/help",
    about: "/about",
    accessibility: "/accessibility",
    "page not found": "/nothing",
    "wrong value": "/search?q=a&year=soon",
  });
}

const LOOKS = [
  { colorScheme: "light", viewport: { width: 1200, height: 900 } },
  { colorScheme: "dark", viewport: { width: 320, height: 700 } },
];

await runTests({
  async "axe finds nothing and nothing scrolls sideways, light and wide, dark and narrow"(site) {
    const wrong = [];
    for (const look of LOOKS) {
      const page = await site.open("/", look);
      for (const [name, address] of await allPages(site)) {
        const shown = `${name}, ${look.colorScheme}`;
        await page.goto(site.base + address);
        wrong.push(...(await axe(page)).map((what) => `${shown}: ${what}`));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > look.viewport.width) wrong.push(`${shown} is ${wide} wide`);
      }
      await site.close(page);
    }
    assert.deepEqual(wrong, []);
  },

  async "the HTML of every page is valid"(site) {
    const validator = new HtmlValidate({
      extends: ["html-validate:recommended", "html-validate:document"],
      rules: { "no-trailing-whitespace": "off", "long-title": "off", "void-style": "off",
        "doctype-style": "off", "attribute-boolean-style": "off", "require-sri": "off",
        "no-inline-style": "error" },
    });
    for (const [name, address] of await allPages(site)) {
      const checked = await validator.validateString(await site.text(address));
      const found = checked.results.flatMap((r) => r.messages)
        .map((m) => `${m.line}: ${m.ruleId} ${m.message}`);
      assert.deepEqual(found, [], name);
    }
  },

  async "every link leads somewhere, and every fragment to its place"(site) {
    const looked = new Map();
    for (const [name, address] of await allPages(site)) {
      const html = await site.text(address);
      for (const [, raw] of html.matchAll(/(?:href|src|action)="([^"]*)"/g)) {
        const url = new URL(raw.replaceAll("&amp;", "&"), site.base + address);
        if (url.origin !== site.base) continue;
        const id = decodeURIComponent(url.hash.slice(1));
        const target = url.href.split("#")[0];
        if (!looked.has(target)) {
          const answer = await fetch(target);
          looked.set(target, { status: answer.status, text: id ? await answer.text() : "" });
          if (!id) await answer.arrayBuffer();
        }
        const { status, text } = looked.get(target);
        assert.ok(status === 200 || target === site.base + address, `${name}: ${raw} is ${status}`);
        if (id && text) assert.ok(text.includes(`id="${id}"`), `${name}: no place for ${raw}`);
      }
    }
    assert.ok(looked.size > 100, `only ${looked.size} links`);
  },

  async "markup in a query, a filter or an address comes out inert"(site) {
    const evil = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'{{q}}";
    for (const address of ["/search?q=", "/search?q=a&authority=", "/search?q=a&inspector=",
      "/search?", "/nothing/", "/search?q=children&sort=", "/reports/"]) {
      const page = await site.open(address + encodeURIComponent(evil));
      assert.equal(await page.locator("script:not([src]), img").count(), 0, address);
      await site.close(page);
    }
  },

  async "the feed and the description of the search are well-formed XML"(site) {
    const page = await site.open("/help");
    for (const address of ["/feed.atom?q=children", "/feed.atom?q=%3C%26%22", "/opensearch.xml"]) {
      const text = await site.text(address);
      const error = await page.evaluate((xml) => new DOMParser()
        .parseFromString(xml, "application/xml").querySelector("parsererror")?.textContent, text);
      assert.equal(error ?? null, null, address);
    }
    await site.close(page);
  },
});
