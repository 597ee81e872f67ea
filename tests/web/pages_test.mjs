// The pages in a real browser: what people do, with and without scripts, by keyboard, on a phone.
// usage: node pages_test.mjs BINDIR        exit status 77: Chromium or the packages are not there
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const SKIPPED = 77;
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const here = path.dirname(fileURLToPath(import.meta.url));
const bindir = path.resolve(process.argv[2]);
if (!existsSync(CHROMIUM) || !existsSync(path.join(here, "node_modules"))) {
  console.log("skipped: this needs Chromium and the packages of package.json (npm ci)");
  process.exit(SKIPPED);
}
const require = createRequire(import.meta.url);
const { chromium } = require("playwright-core");
const { HtmlValidate } = require("html-validate");
const Ajv = require("ajv/dist/2020");
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const folder = mkdtempSync(path.join(tmpdir(), "ofserve-pages-"));
const index = path.join(folder, "index");
const corpus = path.join(here, "../../corpus");
const built = spawnSync(path.join(bindir, "ofindex"), ["-q", "--db", index, corpus]);
assert.equal(built.status, 0, String(built.stderr));
const server = spawn(path.join(bindir, "ofserve"), ["--db", index, "--listen", "127.0.0.1:0"]);
process.on("exit", () => server.kill());
const base = await new Promise((resolve, reject) => {
  server.stderr.on("data", (data) => {
    const found = /http:\/\/[^/]*/.exec(String(data));
    found ? resolve(found[0]) : reject(new Error(String(data)));
  });
});
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });

const answer = await (await fetch(`${base}/api/search?q=children&limit=1`)).json();
const report = answer.results[0].report.id;

const PAGES = {
  start: "/",
  search: "/search?q=care+leavers",
  filtered: "/search?q=children&grade=good&type=ilacs&from=2010-01-01",
  browse: "/search?sort=newest&limit=5&offset=5",
  empty: "/search?q=zebra+crossing&grade=outstanding",
  "did you mean": "/search?q=acomodation",
  report: `/reports/${report}`,
  "report from a search": `/reports/${report}?q=children&at=1`,
  "report without marks": `/reports/${report}?q=children&at=1&marks=off`,
  authority: "/authorities/Eastvale",
  "authority that was": "/authorities/Cumbria",
  "no authority": "/authorities/Nowhere",
  trend: "/trend?q=children",
  "trend of nothing": "/trend?q=zebra",
  help: "/help",
  about: "/about",
  accessibility: "/accessibility",
  "page not found": "/nothing",
  "wrong value": "/search?q=a&year=soon",
};

// Every page a browser opens in these tests must have nothing to complain about.
async function open(address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  page.complaints = [];
  page.on("pageerror", (error) => page.complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 40[04]/.test(message.text()))
      page.complaints.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(base)) page.complaints.push(`asks for ${request.url()}`);
  });
  await page.goto(base + address);
  return page;
}

async function close(page) {
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}

async function axe(page) {
  // Not by a script tag, which the policy of the pages rightly refuses.
  await page.evaluate(axeSource);
  const result = await page.evaluate(() => globalThis.axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  }));
  return result.violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.map((n) => n.html).join(" | ")}`);
}

const totals = (page) => page.locator("#totals").innerText();

const tests = {
  async "axe finds nothing on any page, light and dark, wide and narrow"() {
    for (const [name, address] of Object.entries(PAGES))
      for (const [colorScheme, width] of [["light", 1200], ["dark", 320]]) {
        const page = await open(address, { colorScheme, viewport: { width, height: 900 } });
        assert.deepEqual(await axe(page), [], `${name}, ${colorScheme}`);
        await close(page);
      }
  },

  async "the HTML of every page is valid"() {
    const validator = new HtmlValidate({
      extends: ["html-validate:recommended", "html-validate:document"],
      rules: { "no-trailing-whitespace": "off", "long-title": "off", "void-style": "off",
        "doctype-style": "off", "attribute-boolean-style": "off", "require-sri": "off", "no-inline-style": "error" },
    });
    for (const [name, address] of Object.entries(PAGES)) {
      const html = await (await fetch(base + address)).text();
      const checked = await validator.validateString(html);
      const found = checked.results.flatMap((r) => r.messages).map((m) => `${m.line}: ${m.ruleId} ${m.message}`);
      assert.deepEqual(found, [], name);
    }
  },

  async "at 320 pixels no page scrolls sideways"() {
    for (const [name, address] of Object.entries(PAGES)) {
      const page = await open(address, { viewport: { width: 320, height: 700 } });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 320, `${name} is ${wide} wide`);
      await close(page);
    }
  },

  async "a search without scripts: query, facet, chip, page, report, back"() {
    const page = await open("/", { javaScriptEnabled: false });
    await page.getByLabel("What are you looking for?").fill("children");
    await page.getByRole("button", { name: "Search" }).click();
    const all = await totals(page);
    assert.match(all, /^18 reports/);
    await page.locator('[data-facet="visit_type"] a').first().click();
    assert.notEqual(await totals(page), all);
    assert.equal(await page.locator(".chips li").count(), 2);
    await page.locator(".chips a").first().click();
    assert.equal(await totals(page), all);
    await page.getByRole("link", { name: "Next page" }).click();
    assert.match(page.url(), /offset=10/);
    await page.locator(".hits h3 a").first().click();
    assert.ok(await page.locator("mark").count() > 0);
    assert.match(await page.locator(".in-search").innerText(), /Result 11 of 18/);
    await page.goBack();
    assert.match(page.url(), /offset=10/);
    await close(page);
  },

  async "with scripts a facet keeps the focus, says the count, and the back button works"() {
    const page = await open("/search?q=children");
    const all = await totals(page);
    await page.evaluate(() => { globalThis.same = true; });
    const facet = page.locator('[data-facet="grade"] a', { hasText: "Good" });
    await facet.click();
    await page.waitForURL(/grade=good/);
    assert.equal(await page.evaluate(() => globalThis.same), true, "the page was loaded anew");
    const some = await totals(page);
    assert.notEqual(some, all);
    assert.equal(await page.locator("#status").innerText(), some);
    assert.match(await page.evaluate(() => document.activeElement.textContent), /Good/);
    await page.goBack();
    await page.waitForFunction((text) => document.getElementById("totals").innerText === text, all);
    await close(page);
  },

  async "a long list can be searched"() {
    const page = await open("/search?q=children");
    const list = page.locator('[data-facet="year"] .more');
    await list.locator("summary").click();
    await list.getByLabel("Find in this list").fill("2024");
    assert.deepEqual(await list.locator("li:visible .label").allInnerTexts(), ["2024"]);
    await close(page);
  },

  async "by keyboard alone: skip link, search, first result"() {
    const page = await open("/");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to main content");
    await page.keyboard.press("Enter");
    for (let i = 0; i < 5 && await page.evaluate(() => document.activeElement.id) !== "q"; ++i)
      await page.keyboard.press("Tab");
    await page.keyboard.type("care leavers");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=care/);
    let where = "";
    for (let i = 0; i < 120 && where !== "H3"; ++i) {
      await page.keyboard.press("Tab");
      const shown = await page.evaluate(() => {
        const box = document.activeElement.getBoundingClientRect();
        const style = getComputedStyle(document.activeElement);
        return { parent: document.activeElement.parentElement.tagName, size: box.width * box.height,
          ring: style.outlineStyle !== "none" || style.boxShadow !== "none" };
      });
      assert.ok(shown.ring && shown.size > 0, "the focus can be seen");
      where = shown.parent;
    }
    assert.equal(where, "H3");
    await page.keyboard.press("Enter");
    await page.waitForURL(/reports\//);
    await close(page);
  },

  async "a passage's link leads to the very paragraph, and hits to the next"() {
    const page = await open("/search?q=care+leavers");
    await page.locator(".place a").nth(2).click();
    await page.waitForURL(/#n\d+$/);
    const target = page.locator(":target");
    assert.ok(await target.locator("mark").count() > 0);
    assert.ok(await target.evaluate((e) => {
      const box = e.getBoundingClientRect();
      return box.top >= 0 && box.top < globalThis.innerHeight;
    }));
    const tools = target.locator(".hit-tools");
    const [, number, total] = /Hit (\d+) of (\d+)/.exec(await tools.innerText());
    const step = Number(number) < Number(total) ? 1 : -1;
    await tools.getByRole("link", { name: step > 0 ? /^Next/ : /^Previous/ }).click();
    assert.match(await page.locator(":target .hit-tools").innerText(),
      new RegExp(`Hit ${Number(number) + step} of ${total}`));
    await page.getByRole("link", { name: "Show without marks" }).click();
    assert.equal(await page.locator("mark").count(), 0);
    await close(page);
  },

  async "in print there is the report and no tool"() {
    const page = await open(`/reports/${report}?q=children&at=1`);
    await page.emulateMedia({ media: "print" });
    for (const gone of [".site-header", ".in-search", ".hit-tools", ".contents"])
      assert.equal(await page.locator(gone).first().isVisible(), false, gone);
    assert.ok(await page.locator(".paragraph").first().isVisible());
    assert.ok((await page.pdf({ format: "A4" })).length > 1000);
    await close(page);
  },

  async "the numbers of a trend are those of the lists behind them"() {
    const page = await open("/trend?q=children");
    const links = await page.locator("table a").evaluateAll((all) =>
      all.map((a) => [a.getAttribute("href"), a.textContent]));
    assert.ok(links.length > 10);
    for (const [address, count] of links.slice(0, 24)) {
      const list = await (await fetch(base + address.replace("/search", "/api/search"))).json();
      assert.equal(String(list.total.reports), count, address);
    }
    await close(page);
  },

  async "an empty result says why and what there is"() {
    const page = await open(PAGES.empty);
    assert.match(await page.locator(".notices").innerText(), /zebra alone/i);
    assert.match(await page.locator(".covers").innerText(), /18 reports/);
    await close(page);
  },

  async "markup in a query, a filter or an address comes out inert"() {
    const evil = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'{{q}}";
    for (const address of ["/search?q=", "/search?q=a&authority=", "/search?q=a&inspector=",
      "/search?", "/nothing/", "/search?q=children&sort=", "/reports/"]) {
      const page = await open(address + encodeURIComponent(evil));
      assert.equal(await page.locator("script:not([src]), img").count(), 0, address);
      await close(page);
    }
  },

  async "every answer of the API is as its description says"() {
    const document = await (await fetch(`${base}/openapi.json`)).json();
    assert.equal(document.openapi, "3.1.0");
    const ajv = new Ajv({ strict: false, allErrors: true });
    ajv.addSchema(document, "api");
    const check = (name, value) => {
      const validate = ajv.compile({ $ref: `api#/components/schemas/${name}` });
      assert.ok(validate(value), JSON.stringify(validate.errors));
    };
    const json = async (address) => (await fetch(base + address)).json();
    for (const query of ["q=children&facets=all&limit=100&passages=5", "q=zebra", "sort=newest",
      "q=a*&explain=1", "q=((", "authority=eastvale"])
      check("SearchAnswer", await json(`/api/search?${query}`));
    check("SearchAnswer", await json("/api/facets?q=children"));
    for (const hit of (await json("/api/search?sort=newest&limit=100")).results)
      check("WholeReport", await json(`/api/reports/${hit.report.id}`));
    for (const address of ["/api/search?q=a&year=x", "/api/reports/none", "/api/none", "/api/search"])
      check("Problem", await json(address));
    const names = document.paths["/api/search"].get.parameters.map((p) => p.name);
    assert.ok(names.includes("q") && names.includes("grade") && names.includes("type"));
    for (const name of names) {
      const problem = await json(`/api/search?q=a&${name}=%23`);
      assert.ok(!/there is no parameter/.test(problem.detail ?? ""), name);
    }
  },

  async "the feed and the description of the search are well-formed XML"() {
    const page = await open("/help");
    for (const address of ["/feed.atom?q=children", "/feed.atom?q=%3C%26%22", "/opensearch.xml"]) {
      const text = await (await fetch(base + address)).text();
      const error = await page.evaluate((xml) => new DOMParser()
        .parseFromString(xml, "application/xml").querySelector("parsererror")?.textContent, text);
      assert.equal(error ?? null, null, address);
    }
    await close(page);
  },
};

let failed = 0;
try {
  for (const [name, test] of Object.entries(tests)) {
    if (process.argv[3] && !name.includes(process.argv[3])) continue;
    try {
      await test();
      console.log(`PASS ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`FAIL ${name}\n${error.message}`);
    }
  }
} finally {
  await browser.close();
  server.kill();
  rmSync(folder, { recursive: true });
}
process.exit(failed ? 1 : 0);
