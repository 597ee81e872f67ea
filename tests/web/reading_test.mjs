// That pages say what is so: titles, counts, years, marks, print; and links within a page.
// usage: node reading_test.mjs BINDIR [PART OF A NAME]     exit status 77: skipped
import assert from "node:assert/strict";
import { runTests } from "./browsing.mjs";

const totals = (page) => page.locator("#totals").innerText();

await runTests({
  async "no share of criticism is told where the words ask for one finding"(site) {
    for (const [address, told] of [["/search?q=children", true],
      ["/search?q=weaknesses+in+care", false], ["/search?q=children&finding=strength", false],
      ["/search?q=children+finding:weakness", false]])
      assert.equal(/class="across"/.test(await site.text(address)), told, address);
    for (const [, count, unit] of (await site.text("/search?q=children"))
      .matchAll(/>(\d+)<span class="visually-hidden"> (reports?)<\/span><\/a>/g))
      assert.equal(unit, count === "1" ? "report" : "reports");
  },

  async "a trend has the years of its filter alone, and needs more than filters"(site) {
    for (const address of ["/trend?q=children&year=2023..2024", "/trend?q=children+since+2023+until+2024"]) {
      const years = [...(await site.text(address)).matchAll(/<th scope="row">(\d+)/g)].map(([, y]) => y);
      assert.deepEqual(years, ["2024", "2023"], address);
    }
    for (const [address, status] of [["/trend?q=wrenshire", 400], ["/trend?grade=good", 400],
      ["/trend?q=children+in+wrenshire", 200], ["/topics/neglect", 200]])
      assert.equal((await fetch(site.base + address)).status, status, address);
  },

  async "titles tell filters and pages apart"(site) {
    const title = async (address) => /<title>(.*)<\/title>/.exec(await site.text(address))[1];
    assert.match(await title("/search?q=children"), /^children – 18 reports, \d+ matching passages in them – /);
    assert.match(await title("/search?q=children&grade=good"), /^children – Overall grade: Good – \d+ report/);
    assert.match(await title("/search?q=children&offset=10"), /in them, page 2 – /);
  },

  async "a report keeps its marks when its rank has changed, and says so where it is not found"(site) {
    const [, , third] = (await site.json("/api/search?q=children&limit=3")).results;
    for (const at of [3, 18, 1]) {
      const html = await site.text(`/reports/${third.report.id}?q=children&at=${at}`);
      assert.match(html, /Result 3 of 18/);
      assert.match(html, /<mark>/);
    }
    const lost = await site.text(`/reports/${third.report.id}?q=zebra&at=1`);
    assert.match(lost, /Nothing is marked: this report is not among the first results for: zebra/);
    assert.doesNotMatch(lost, /<mark>/);
  },

  async "links within a page load nothing, and the back button crosses them"(site) {
    const page = await site.open("/search?q=children");
    const all = await totals(page);
    const asked = [];
    page.on("request", (request) => request.url().includes("/search") && asked.push(request.url()));
    await page.evaluate(() => { document.getElementById("main").dataset.same = "1"; });
    await page.getByRole("link", { name: "Download these results" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/#exports$/);
    await page.goBack();
    await page.waitForURL((url) => url.hash === "");
    await page.waitForTimeout(300);
    assert.deepEqual(asked, []);
    assert.equal(await page.evaluate(() => document.getElementById("main").dataset.same), "1");
    await page.locator('[data-facet="grade"] a', { hasText: "Good" }).click();
    await page.waitForURL(/grade=good/);
    await page.getByRole("link", { name: "Download these results" }).click();
    await page.waitForURL(/#exports$/);
    await page.goBack();
    await page.goBack();
    await page.waitForFunction((text) => document.getElementById("totals").innerText === text, all);
    await site.close(page);
  },

  async "on a small screen the open panel leads to the results, with their number after each choice"(site) {
    for (const [width, shown] of [[375, true], [768, true], [1280, false]]) {
      const page = await site.open("/search?q=children", { viewport: { width, height: 700 } });
      if (shown) await page.locator(".filters-panel > summary").click();
      const link = page.locator(".to-results a");
      assert.equal(await link.isVisible(), shown, String(width));
      if (shown) {
        await page.locator('[data-facet="grade"] a', { hasText: "Good" }).click();
        await page.waitForURL(/grade=good/);
        assert.equal(await link.innerText(), `Show ${await totals(page)}`);
        const box = await link.boundingBox();
        assert.ok(box.y + box.height <= 700, "in sight");
        await link.click();
        await page.waitForURL(/#totals$/);
        assert.ok(await page.locator("#totals").evaluate((e) => {
          const { top } = e.getBoundingClientRect();
          return top >= 0 && top < 350;
        }));
      }
      await site.close(page);
    }
  },

  async "in print results say what was searched, and nothing stays folded"(site) {
    const page = await site.open("/search?q=care+leavers&grade=good");
    const searched = page.locator("#results .only-print"), made = page.locator("footer .only-print");
    assert.equal(await searched.isVisible(), false);
    assert.equal(await made.isVisible(), false);
    await page.emulateMedia({ media: "print" });
    assert.equal(await searched.innerText(), "Searched for: care leavers. Order: Best match");
    const day = String.raw`\d+ [A-Z][a-z]+ 20\d\d`;
    assert.match(await made.innerText(),
      new RegExp(`^This page was made on ${day} from an index whose latest report was added on ${day}\\.$`));
    assert.equal(await page.locator(".to-results").isVisible(), false);
    await page.goto(`${site.base}/authorities/Northmere/since-last`);
    const folded = page.locator(".since-last details li");
    assert.ok(await folded.count() > 0);
    assert.ok(await folded.first().evaluate((e) => e.checkVisibility({ contentVisibilityAuto: true })));
    await page.emulateMedia({ media: "screen" });
    assert.equal(await folded.first().evaluate((e) => e.checkVisibility()), false);
    await site.close(page);
  },

  async "a query of accented letters may be as long as the box lets it"(site) {
    const letters = "é".repeat(40) + " ";
    const typed = letters.repeat(48).trim();
    assert.equal((await fetch(`${site.base}/search?q=${encodeURIComponent(typed)}`)).status, 200);
    const long = await fetch(`${site.base}/search?q=${"é".repeat(2100)}`);
    assert.equal(long.status, 400);
    assert.match(await long.text(), /4096 bytes, and a letter with an accent has two/);
  },

  async "what must improve item by item is offered where there is some, and names its document"(site) {
    for (const name of ["Eastvale", "Wrenshire", "Northmere", "Pellworth", "Ambershire", "Marlgate"]) {
      const offered = /since-last"/.test(await site.text(`/authorities/${name}`));
      const page = await site.text(`/authorities/${name}/since-last`);
      assert.equal(offered, /that says what must improve: /.test(page), name);
    }
  },
});
