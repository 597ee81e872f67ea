// What people do on the pages, in a real browser: with and without scripts, by keyboard, in print.
// usage: node pages_test.mjs BINDIR [PART OF A NAME]     exit status 77: skipped
import assert from "node:assert/strict";
import { runTests } from "./browsing.mjs";

const totals = (page) => page.locator("#totals").innerText();

async function someReport(site) {
  return (await site.json("/api/search?q=children&limit=1")).results[0].report.id;
}

await runTests({
  async "a search without scripts: query, facet, chip, page, report, back"(site) {
    const page = await site.open("/", { javaScriptEnabled: false });
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
    await site.close(page);
  },

  async "with scripts a facet keeps the focus, says the count, and the back button works"(site) {
    const page = await site.open("/search?q=children");
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
    await site.close(page);
  },

  async "a long list can be searched"(site) {
    const page = await site.open("/search?q=children");
    const list = page.locator('[data-facet="year"] .more');
    await list.locator("summary").click();
    await list.getByLabel("Find in this list").fill("2024");
    const left = await list.locator("li:visible a").allInnerTexts();
    assert.deepEqual(left.map((text) => text.split(/\s+/)[0]), ["2024"]);
    await list.getByLabel("Find in this list").fill("zzz");
    assert.match(await list.getByRole("status").innerText(), /Nothing in this list/);
    await site.close(page);
  },

  async "behind the end of a list there are ways back"(site) {
    const page = await site.open("/search?q=children&offset=900");
    await page.getByRole("link", { name: "Last page" }).click();
    assert.equal(await page.locator(".hits > li").count(), 8);
    await site.close(page);
  },

  async "on a small screen filters are folded, can be unfolded, and nothing moves"(site) {
    for (const javaScriptEnabled of [true, false]) {
      const page = await site.open("/help", { viewport: { width: 320, height: 640 }, javaScriptEnabled });
      await page.goto(`${site.base}/search?q=children`);
      if (javaScriptEnabled) {
        const moved = await page.evaluate(() => new Promise((resolve) => {
          new PerformanceObserver((list) => resolve(list.getEntries().map((e) => e.value)))
            .observe({ type: "layout-shift", buffered: true });
          setTimeout(() => resolve([]), 500);
        }));
        assert.deepEqual(moved, []);
      }
      const facet = page.locator('[data-facet="grade"]');
      assert.equal(await facet.isVisible(), false);
      assert.ok((await page.locator("#totals").boundingBox()).y < 640, "the results are in sight");
      await page.locator(".filters-panel > summary").click();
      assert.ok(await facet.isVisible());
      await page.setViewportSize({ width: 1200, height: 900 });
      await page.goto(`${site.base}/search?q=children`);
      assert.ok(await facet.isVisible(), "a wide screen shows them unfolded");
      await site.close(page);
    }
  },

  async "by keyboard alone: skip link, search, first result"(site) {
    const page = await site.open("/");
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
    await site.close(page);
  },

  async "a passage's link leads to the very paragraph, and hits to the next"(site) {
    const page = await site.open("/search?q=care+leavers");
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
    await site.close(page);
  },

  async "from a result to the printed page with the passage framed, and back to its text"(site) {
    const page = await site.open("/search?q=care+leavers");
    await page.getByRole("link", { name: /^As printed/ }).first().click();
    await page.waitForURL(/\/pages\/\d+\?/);
    const picture = page.locator("figure img");
    assert.match(await picture.getAttribute("alt"), /page \d+, with .* framed/);
    assert.ok(await picture.evaluate((image) => image.complete && image.naturalWidth > 500));
    assert.ok(await page.locator(".framed mark").count() > 0);
    await page.getByRole("link", { name: "Back to the text of the report" }).click();
    await page.waitForURL(/#n\d+$/);
    assert.equal(await page.locator(":target").count(), 1);
    await site.close(page);
  },

  async "in print there is the report and no tool"(site) {
    const page = await site.open(`/reports/${await someReport(site)}?q=children&at=1`);
    await page.emulateMedia({ media: "print" });
    for (const gone of [".site-header", ".in-search", ".hit-tools", ".contents"])
      assert.equal(await page.locator(gone).first().isVisible(), false, gone);
    assert.ok(await page.locator(".paragraph").first().isVisible());
    assert.ok((await page.pdf({ format: "A4" })).length > 1000);
    await site.close(page);
  },

  async "the numbers of a trend are those of the lists behind them"(site) {
    for (const trend of ["/trend?q=children", "/topics/neglect",
      "/trend?q=children+in+wrenshire+since+2012"]) {
      const html = await site.text(trend);
      const links = [...html.matchAll(/<td class="number"><a href="([^"]*)">(\d+)<\/a>/g)];
      assert.ok(links.length > 4, trend);
      for (const [, address, count] of links.slice(0, 24)) {
        const list = await site.json(address.replaceAll("&amp;", "&").replace("/search", "/api/search"));
        assert.equal(String(list.total.reports), count, address);
      }
    }
  },

  async "the numbers across reports, and those of the overview, are those of their lists"(site) {
    for (const address of ["/search?q=children", "/search?q=children+in+wrenshire+since+2012"]) {
      const html = await site.text(address);
      const [across] = /<p class="across">.*/.exec(html);
      const links = [...across.matchAll(/href="([^"]*)">(\d+)</g)];
      assert.ok(links.length > 0, across);
      for (const [, list, count] of links) {
        const found = await site.json(list.replaceAll("&amp;", "&").replace("/search", "/api/search"));
        assert.equal(String(found.total.reports), count, list);
      }
    }
    const overview = await site.text("/overview");
    const numbers = [...overview.matchAll(/<td class="number"><a href="([^"]*)">(\d+)<\/a>/g)];
    assert.ok(numbers.length > 10);
    for (const [, list, count] of numbers) {
      const found = await site.json(list.replaceAll("&amp;", "&").replace("/search", "/api/search"));
      assert.equal(String(found.total.reports), count, list);
    }
  },

  async "files have every report and passage that a search finds, not those of the page alone"(site) {
    const page = await site.open("/search?q=children&sort=newest&offset=10");
    const [, reports, passages] = /(\d+) reports, (\d+) matching/.exec(await totals(page));
    await page.getByRole("link", { name: "Download these results" }).click();
    const exports = page.locator("#exports");
    assert.ok((await exports.innerText()).startsWith(`All ${reports} reports as`));
    const csv = await site.text(await exports.getByRole("link", { name: "CSV" }).getAttribute("href"));
    const rows = csv.split('"').filter((part, i) => i % 2 === 0).join("").trimEnd().split("\n").slice(1);
    assert.equal(rows.length, Number(passages));
    assert.equal(new Set(rows.map((row) => row.split(",")[2])).size, Number(reports));
    await site.close(page);
  },

  async "a search for an authority leads to its page, and has no shares of what speaks of nothing"(site) {
    const page = await site.open("/search?q=wrenshire", { javaScriptEnabled: false });
    assert.equal(await page.locator(".across").count(), 0);
    await page.getByRole("link", { name: /^Wrenshire: its inspections/ }).click();
    assert.equal(await page.locator("h1").innerText(), "Wrenshire");
    await page.goto(new URL("/search?q=children&authority=Wrenshire&authority=Eastvale", page.url()).href);
    assert.equal(await page.locator(".to-authority").count(), 0);
    await site.close(page);
  },

  async "how a query was read is told in words, and chosen filters are not told twice"(site) {
    for (const [address, told] of [["/search?q=children&type=ilacs", null],
      ["/search?q=%22care+leavers%22", null],
      ["/search?q=children+AND+%22care+leavers%22+-agency",
        "Searched: children and “care leavers”, without agency"],
      ["/search?q=children+grade:good&type=ilacs",
        "Searched: children; Type of visit: All ILACS inspections: standard, short and of unclear length; Overall grade: Good"]]) {
      const found = /<p class="searched">(Searched: [^<]*)/.exec(await site.text(address));
      assert.equal(found?.[1] ?? null, told, address);
    }
  },

  async "what was understood as a filter can be taken back, and the others stay"(site) {
    const page = await site.open("/search?q=children+in+wrenshire+since+2012");
    const chips = page.getByRole("group", { name: "Understood as filters" }).getByRole("link");
    assert.equal(await chips.count(), 2);
    const words = await chips.last().innerText();
    await chips.last().click();
    await page.waitForURL(/literal=1/);
    assert.equal(await page.getByRole("group", { name: "Understood as filters" }).count(), 0);
    assert.match(page.url(), /since/.test(words) ? /authority=Wrenshire/ : /year=2012/);
    await site.close(page);
  },

  async "what the thesaurus adds is left out word by word"(site) {
    const page = await site.open("/search?q=IRO");
    const added = page.getByRole("group", { name: "Also searched" }).getByRole("link");
    const before = await added.count();
    assert.ok(before > 0);
    const words = (await added.first().innerText()).replace(/^Do not search\s+|\s*✕$/g, "");
    await added.first().click();
    await page.waitForURL(/without=/);
    assert.equal(await added.count(), before - 1);
    const chosen = page.getByRole("group", { name: "Filters in use" });
    assert.match(await chosen.innerText(), new RegExp("Not searched:\\s*" + words));
    await chosen.getByRole("link").first().click();
    await page.waitForURL((url) => !url.search.includes("without"));
    assert.equal(await added.count(), before);
    await site.close(page);
  },

  async "an empty result says why and what there is"(site) {
    const page = await site.open("/search?q=zebra+crossing&grade=outstanding");
    assert.match(await page.locator(".notices").innerText(), /zebra alone/i);
    assert.match(await page.locator(".covers").innerText(), /18 reports/);
    await site.close(page);
  },
});
